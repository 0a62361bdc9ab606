//! `completions` and `man`: takes the declared verbs and options, gives a script for a shell, or a manual page.

use clap::CommandFactory;

use super::args::{Cli, CompletionsArgs, ManArgs};
use super::{Exit, complain, print};

pub(crate) fn completions(args: &CompletionsArgs) -> Exit {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "briefpress", &mut script);
    print(&String::from_utf8_lossy(&script));
    Exit::Done
}

pub(crate) fn man(args: &ManArgs) -> Exit {
    let mut command = Cli::command();
    command.build();
    let command = match &args.verb {
        None => command,
        Some(verb) => match command.find_subcommand(verb) {
            Some(found) => found.clone(),
            None => {
                complain(&format!("there is no verb {verb}"), "Type  briefpress --help  for a list of all");
                return Exit::Usage;
            }
        },
    };
    let mut page = Vec::new();
    // A page in memory can always be written.
    let _ = clap_mangen::Man::new(command).render(&mut page);
    print(&String::from_utf8_lossy(&page));
    Exit::Done
}

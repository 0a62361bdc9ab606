//! `explain`: takes a code, gives its page; without one, a line for every code.

use briefpress::diag::Code;
use briefpress::explain;

use super::args::ExplainArgs;
use super::{Exit, complain, print};

pub(crate) fn explain(args: &ExplainArgs) -> Exit {
    if args.codes.is_empty() {
        print(&list());
        return Exit::Done;
    }
    let mut exit = Exit::Done;
    for name in &args.codes {
        match explain::find(name) {
            Ok(code) => print(&page(code)),
            Err(near) => {
                let advice = match near {
                    Some(code) => format!("Did you mean {code}? Type:  briefpress explain {code}"),
                    None => "Type  briefpress explain  for a list of all".to_owned(),
                };
                complain(&format!("no message has the code {name}"), &advice);
                exit = Exit::Usage;
            }
        }
    }
    exit
}

fn page(code: Code) -> String {
    format!("{code}: {}\n{}\n\n", code.page(), explain::weight(code))
}

fn list() -> String {
    let width = Code::ALL.iter().map(|code| code.as_str().len()).max().unwrap_or(0);
    let line = |code: &Code| format!("{:width$}  {}\n", code.as_str(), explain::title(*code));
    let lines: String = Code::ALL.iter().map(line).collect();
    format!(
        "{lines}\nFor the page of one, with a wrong and a right example, type:  briefpress explain CODE\n"
    )
}

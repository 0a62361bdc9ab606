//! The program: takes the words of the command line, gives an exit code.

mod cli;

fn main() -> std::process::ExitCode {
    cli::main()
}

//! The program: takes the words of the command line, gives an exit code.

mod cli;

/// A briefing takes some thousand small pieces of memory for a few milliseconds, on several threads at once. For that the
/// allocators of most systems take a lock and a search, and this one neither: what that saves, and what it costs in
/// memory, is measured in `benches/README.md`.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    cli::main()
}

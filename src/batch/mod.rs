//! Many jobs: takes paths, gives finished files on disk. The only room of the library that knows disk and clock.

mod contact;
mod digest;
mod disk;
mod folder;
mod job;
mod message;
mod order;
mod plan;
mod record;
mod report;
mod run;
mod stamp;

pub use contact::ContactSheet;
pub use digest::Digest;
pub use disk::{read_source, unwritable};
pub use job::{Done, State};
pub use message::{Message, Spot};
pub use order::{Batch, Mode, Standing};
pub use plan::{Job, PlanError, Shard, plan};
pub use record::MadeFile;
pub use report::{FileReport, JobReport, Report, merge};

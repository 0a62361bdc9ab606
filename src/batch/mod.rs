//! Many jobs: takes paths, gives finished files on disk. The only room of the library that knows disk and clock.

mod beside;
mod contact;
mod digest;
mod disk;
mod entry;
mod find;
mod folder;
mod guard;
mod job;
mod message;
mod names;
mod order;
mod ours;
mod place;
mod plan;
mod printable;
mod record;
mod report;
mod run;
mod stamp;
mod way;
mod withdrawn;

pub use contact::ContactSheet;
pub use digest::Digest;
pub use disk::{Call, Disk, Refusal, plain, unwritable};
pub use entry::MadeFile;
pub use find::PlanError;
pub use folder::Folders;
pub use guard::Guard;
pub use job::{Done, State};
pub use message::{Change, Message, Spot};
pub use order::{Batch, Mode, Standing};
pub use plan::{Job, Plan, Shard, plan};
pub use printable::printable;
pub use report::{FileReport, JobReport, Report, merge};
pub use withdrawn::{Fate, Withdrawn};

//! Batches: takes the program itself and folders of briefings, gives proof that files are right whatever happens.

mod boards;
mod contact;
mod disk;
mod failing;
mod gallery;
mod incremental;
mod index;
mod interrupted;
mod kept;
mod names;
mod pictures;
mod place;
mod project;
mod reports;
mod status;
mod streams;
mod twins;
mod withdrawn;

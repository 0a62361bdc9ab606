//! Import: takes office files, wants seven sections in their order, no word lost and nothing silently wrong.

mod chance;
mod files;
mod hostile;
mod odt;
mod pages;
mod pdf;
mod signoff;
mod word;

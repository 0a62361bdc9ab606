//! Fingerprints: takes bytes, gives a number that is the same on every machine and in every run.

use std::hash::Hasher as _;

use siphasher::sip128::{Hasher128 as _, SipHasher13};

/// A fingerprint in the making. It names files and tells them apart; it guards nothing.
#[derive(Debug)]
pub(super) struct Digest(SipHasher13);

impl Digest {
    pub(super) fn new() -> Self {
        Digest(SipHasher13::new_with_keys(0, 0))
    }

    /// Adds a part; where a part ends makes a difference.
    pub(super) fn add(&mut self, part: &[u8]) -> &mut Self {
        self.0.write(part);
        self.0.write(&(part.len() as u64).to_le_bytes());
        self
    }

    pub(super) fn value(&self) -> u128 {
        self.0.finish128().as_u128()
    }

    /// The fingerprint of some parts.
    pub(super) fn of(parts: &[&[u8]]) -> u128 {
        let mut digest = Digest::new();
        for part in parts {
            digest.add(part);
        }
        digest.value()
    }
}

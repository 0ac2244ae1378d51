//! FNV-1a: short, and the same on every run. It finds accidents, not attackers.

use std::hash::Hasher;

pub(crate) struct Checksum(u64);

impl Default for Checksum {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Checksum {
    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |sum, byte| {
            (sum ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
        });
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

pub(crate) fn checksum(text: &str) -> u64 {
    let mut sum = Checksum::default();
    sum.write(text.as_bytes());
    sum.finish()
}

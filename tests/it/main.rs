//! One binary, so that the whole suite links once.

// SPDX-License-Identifier: MIT
// Mutant: the result of a wait with a limit is not sendable.
// Breaks: markers.plain
// Verdict: FAIL
// Case: markers.plain.wait-result.type.rs
pub use reference_native::*;

pub struct WaitTimeoutResult(reference_native::WaitTimeoutResult, std::marker::PhantomData<*const ()>);
unsafe impl Sync for WaitTimeoutResult {}

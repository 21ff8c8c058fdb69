// SPDX-License-Identifier: MIT
//! parking_lot's mutex.
#[path = "../workloads.rs"]
mod workloads;

use parking_lot::Mutex;

struct ParkingLot;

impl workloads::Mutexes for ParkingLot {
    type Mutex = Mutex<u64>;
    fn mutex() -> Mutex<u64> {
        Mutex::new(0)
    }
    fn add_one(counter: &Mutex<u64>) {
        *counter.lock() += 1
    }
    fn value_of(counter: Mutex<u64>) -> u64 {
        counter.into_inner()
    }
}

fn main() {
    workloads::run(workloads::mutexes::<ParkingLot>)
}

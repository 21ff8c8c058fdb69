// SPDX-License-Identifier: MIT
//! The measures of `locks.hpp` over Rust's standard library or, with `--cfg parking_lot`, over the lock of that crate.
use std::hint::black_box;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::thread;
use std::time::{Duration, Instant};
#[cfg(not(parking_lot))]
use std::{rc::Rc, sync::Arc};

#[repr(align(64))]
struct Counter<M>(M);

#[cfg(not(parking_lot))]
type Mutex = std::sync::Mutex<u64>;
#[cfg(parking_lot)]
type Mutex = parking_lot::Mutex<u64>;

#[cfg(not(parking_lot))]
fn add_one(counter: &Mutex) {
    *counter.lock().unwrap() += 1;
}
#[cfg(parking_lot)]
fn add_one(counter: &Mutex) {
    *counter.lock() += 1;
}

extern "C" {
    fn sched_setaffinity(thread: i32, size: usize, processors: *const u64) -> i32;
}

/// Has the calling thread run on one processor, if the system lets it.
fn settle_on(processor: usize) {
    let only = 1_u64 << (processor % thread::available_parallelism().map_or(1, |count| count.get().min(64)));
    unsafe { sched_setaffinity(0, std::mem::size_of_val(&only), &only) };
}

/// From when the first thread began until the last was done.
fn time_together(count: usize, work: impl Fn() + Sync) -> Duration {
    let there = AtomicUsize::new(0);
    let run = &|number| {
        if count > 1 {
            settle_on(number);
        }
        there.fetch_add(1, SeqCst);
        while there.load(SeqCst) < count {
            thread::yield_now();
        }
        let began = Instant::now();
        work();
        (began, Instant::now())
    };
    let spans: Vec<(Instant, Instant)> = thread::scope(|scope| {
        let threads: Vec<_> = (0..count).map(|number| scope.spawn(move || run(number))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    let began = spans.iter().map(|span| span.0).min().unwrap();
    spans.iter().map(|span| span.1).max().unwrap() - began
}

fn lock(threads: usize, times: usize) -> Duration {
    let counter = Counter(Mutex::new(0));
    let took = time_together(threads, || {
        for _ in 0..times / threads {
            add_one(&counter.0);
            black_box(&counter);
        }
    });
    let counted = counter.0.into_inner();
    #[cfg(not(parking_lot))]
    let counted = counted.unwrap();
    assert_eq!(counted, (times / threads * threads) as u64);
    took
}

#[cfg(not(parking_lot))]
fn arc(threads: usize, times: usize) -> Duration {
    let owner = Arc::new(1_u64);
    time_together(threads, || {
        let own = owner.clone();
        for _ in 0..times / threads {
            drop(black_box(own.clone()));
        }
    })
}

#[cfg(not(parking_lot))]
fn rc(times: usize) -> Duration {
    time_together(1, || {
        let own = Rc::new(1_u64);
        for _ in 0..times {
            drop(black_box(own.clone()));
        }
    })
}

#[cfg(not(parking_lot))]
fn spawn(times: usize) -> Duration {
    let began = Instant::now();
    for _ in 0..times {
        assert_eq!(thread::spawn(|| 1).join().unwrap(), 1);
    }
    began.elapsed()
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let number = |at: usize| arguments[at].parse::<usize>().expect("usage: lock|arc|rc|spawn THREADS TIMES");
    let (threads, times) = (number(2), number(3));
    let took = match arguments[1].as_str() {
        "lock" => lock(threads, times),
        #[cfg(not(parking_lot))]
        "arc" => arc(threads, times),
        #[cfg(not(parking_lot))]
        "rc" => rc(times),
        #[cfg(not(parking_lot))]
        "spawn" => spawn(times),
        _ => return,
    };
    println!("{:.3}", took.as_secs_f64() * 1e9 / times as f64);
}

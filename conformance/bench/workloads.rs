// SPDX-License-Identifier: MIT
//! The measures of `workloads.hpp` for libraries in Rust. A library has what it has of the traits below.
#![allow(dead_code)] // each library uses a part

use std::hint::black_box;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::thread;
use std::time::{Duration, Instant};

/// An unbounded channel.
pub trait Channels {
    type Sender<T: Send>: Clone + Send;
    type Receiver<T: Send>: Send;
    fn channel<T: Send>() -> (Self::Sender<T>, Self::Receiver<T>);
    fn send<T: Send>(to: &Self::Sender<T>, value: T);
    fn receive<T: Send>(from: &mut Self::Receiver<T>) -> T;
}

/// A mutex around a number.
pub trait Mutexes {
    type Mutex: Sync;
    fn mutex() -> Self::Mutex;
    fn add_one(counter: &Self::Mutex);
    fn value_of(counter: Self::Mutex) -> u64;
}

pub fn refuse(why: &str) -> ! {
    eprintln!("bench: {why}");
    std::process::exit(2)
}

fn expect(right: bool) {
    if !right {
        refuse("the library lost, changed or invented a value: certify it before measuring it");
    }
}

extern "C" {
    fn sched_setaffinity(thread: i32, size: usize, processors: *const u64) -> i32;
}

/// Restricts the calling thread to one processor, if the system permits it.
fn settle_on(processor: usize) {
    let only = 1_u64 << (processor % thread::available_parallelism().map_or(1, |count| count.get().min(64)));
    unsafe { sched_setaffinity(0, std::mem::size_of_val(&only), &only) };
}

type Work<'a> = Box<dyn FnOnce() + Send + 'a>;

/// Does each piece of work on a thread of its own. Returns the time from the first start to the last end.
fn time_together(side_by_side: bool, work: Vec<Work>) -> Duration {
    let (there, count) = (AtomicUsize::new(0), work.len());
    let run = |number, work: Work| {
        if side_by_side {
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
        let run = &run;
        let threads: Vec<_> =
            work.into_iter().enumerate().map(|(number, work)| scope.spawn(move || run(number, work))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    let began = spans.iter().map(|span| span.0).min().unwrap();
    spans.iter().map(|span| span.1).max().unwrap() - began
}

/// The same work on several threads, side by side.
fn time_copies(threads: usize, work: impl Fn() + Sync) -> Duration {
    let work = &work;
    time_together(true, (0..threads).map(|_| Box::new(work) as Work).collect())
}

type Message<const WORDS: usize> = [u64; WORDS];

fn message<const WORDS: usize>(number: u64) -> Message<WORDS> {
    let mut words = [0; WORDS];
    words[0] = number;
    words
}

fn backlog<L: Channels>(depth: u64, times: u64) -> Duration {
    let work = move || {
        let (tx, mut rx) = L::channel();
        let mut left = times;
        while left > 0 {
            let now = left.min(depth);
            (0..now).for_each(|number| L::send(&tx, message::<1>(number)));
            (0..now).for_each(|number| expect(L::receive(&mut rx)[0] == number));
            left -= now;
        }
    };
    time_together(false, vec![Box::new(work)])
}

fn to_one<L: Channels, const WORDS: usize>(senders: u64, times: u64) -> Duration {
    let (tx, mut rx) = L::channel::<Message<WORDS>>();
    let each = times / senders;
    let mut sum = 0;
    let total = &mut sum;
    let receive = move || *total = (0..each * senders).map(|_| L::receive(&mut rx)[0]).sum();
    let mut work: Vec<Work> = vec![Box::new(receive)];
    for _ in 0..senders {
        let tx = tx.clone();
        work.push(Box::new(move || (0..each).for_each(|number| L::send(&tx, message(number)))));
    }
    let took = time_together(false, work);
    expect(each == 0 || sum == senders * (each * (each - 1) / 2));
    took
}

fn to_and_fro<L: Channels>(times: u64) -> Duration {
    let (there, mut at_there) = L::channel::<Message<1>>();
    let (back, mut at_back) = L::channel::<Message<1>>();
    let serve = move || {
        for number in 0..times / 2 {
            L::send(&there, message(number));
            expect(L::receive(&mut at_back)[0] == number);
        }
    };
    let answer = move || {
        for number in 0..times / 2 {
            expect(L::receive(&mut at_there)[0] == number);
            L::send(&back, message(number));
        }
    };
    time_together(false, vec![Box::new(serve), Box::new(answer)])
}

#[repr(align(64))]
struct Alone<M>(M);

fn lock<L: Mutexes>(threads: u64, times: u64) -> Duration {
    let counter = Alone(L::mutex());
    let took = time_copies(threads as usize, || {
        for _ in 0..times / threads {
            L::add_one(&counter.0);
            black_box(&counter);
        }
    });
    expect(L::value_of(counter.0) == times / threads * threads);
    took
}

/// What a program has of the measures of channels; nothing for any other request.
pub fn channels<L: Channels>(what: &str, parameter: u64, times: u64) -> Option<Duration> {
    match (what, parameter) {
        ("backlog", _) => Some(backlog::<L>(parameter, times)),
        ("senders", _) => Some(to_one::<L, 1>(parameter, times)),
        ("to-and-fro", _) => Some(to_and_fro::<L>(times)),
        ("bytes", 8) => Some(to_one::<L, 1>(1, times)),
        ("bytes", 64) => Some(to_one::<L, 8>(1, times)),
        ("bytes", 512) => Some(to_one::<L, 64>(1, times)),
        ("bytes", 4096) => Some(to_one::<L, 512>(1, times)),
        _ => None,
    }
}

pub fn mutexes<L: Mutexes>(what: &str, parameter: u64, times: u64) -> Option<Duration> {
    (what == "lock").then(|| lock::<L>(parameter, times))
}

/// The measures of the standard library's owners and threads.
pub fn owners_and_threads(what: &str, parameter: u64, times: u64) -> Option<Duration> {
    match what {
        "arc" => {
            let owner = std::sync::Arc::new(1_u64);
            Some(time_copies(parameter as usize, || {
                let own = owner.clone();
                for _ in 0..times / parameter {
                    drop(black_box(own.clone()));
                }
            }))
        }
        "rc" => Some(time_copies(1, || {
            let own = std::rc::Rc::new(1_u64);
            for _ in 0..times {
                drop(black_box(own.clone()));
            }
        })),
        "spawn" => {
            let began = Instant::now();
            for _ in 0..times {
                expect(thread::spawn(|| 1).join().unwrap() == 1);
            }
            Some(began.elapsed())
        }
        _ => None,
    }
}

/// Prints the nanoseconds that one operation took. Usage: MEASURE PARAMETER TIMES
pub fn run(measured: impl FnOnce(&str, u64, u64) -> Option<Duration>) {
    let arguments: Vec<String> = std::env::args().collect();
    let number = |at: usize| match arguments[at].parse::<u64>() {
        Ok(number) if number > 0 => number,
        _ => refuse(&format!("`{}` is not a number of at least 1", arguments[at])),
    };
    if arguments.len() != 4 {
        refuse("usage: MEASURE PARAMETER TIMES");
    }
    let (what, parameter, times) = (arguments[1].as_str(), number(2), number(3));
    match measured(what, parameter, times) {
        Some(took) => println!("{:.4}", took.as_secs_f64() * 1e9 / times as f64),
        None => refuse(&format!("this library has no measure `{what}` with {parameter}")),
    }
}

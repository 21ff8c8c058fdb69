// SPDX-License-Identifier: MIT

// The measures of workloads.hpp for Go. A channel of Go has a bound: its room is the backlog, or 1,024 messages.
package main

import (
	"fmt"
	"os"
	"strconv"
	"sync"
	"time"
)

type message interface {
	[1]uint64 | [8]uint64 | [64]uint64 | [512]uint64
}

func refuse(why string) {
	fmt.Fprintln(os.Stderr, "bench: "+why)
	os.Exit(2)
}

func expect(right bool) {
	if !right {
		refuse("the library lost, changed or invented a value: certify it before measuring it")
	}
}

// timeTogether calls work(number) on this many goroutines. It returns the time from their start to the last end.
func timeTogether(count uint64, work func(number uint64)) time.Duration {
	var ready, done sync.WaitGroup
	start := make(chan struct{})
	for number := uint64(0); number < count; number++ {
		ready.Add(1)
		done.Add(1)
		go func(number uint64) {
			defer done.Done()
			ready.Done()
			<-start
			work(number)
		}(number)
	}
	ready.Wait()
	began := time.Now()
	close(start)
	done.Wait()
	return time.Since(began)
}

func backlog(depth, times uint64) time.Duration {
	return timeTogether(1, func(uint64) {
		way := make(chan [1]uint64, depth)
		for left := times; left > 0; {
			now := left
			if now > depth {
				now = depth
			}
			for i := uint64(0); i < now; i++ {
				way <- [1]uint64{i}
			}
			for i := uint64(0); i < now; i++ {
				expect((<-way)[0] == i)
			}
			left -= now
		}
	})
}

func toOne[T message](numbered func(uint64) T, number func(T) uint64, senders, times uint64) time.Duration {
	way := make(chan T, 1024)
	each, sum := times/senders, uint64(0)
	took := timeTogether(senders+1, func(member uint64) {
		if member == 0 {
			for left := each * senders; left > 0; left-- {
				sum += number(<-way)
			}
			return
		}
		for i := uint64(0); i < each; i++ {
			way <- numbered(i)
		}
	})
	expect(each == 0 || sum == senders*(each*(each-1)/2))
	return took
}

func toAndFro(times uint64) time.Duration {
	there, back := make(chan [1]uint64, 1), make(chan [1]uint64, 1)
	return timeTogether(2, func(member uint64) {
		for i := uint64(0); i < times/2; i++ {
			if member == 0 {
				there <- [1]uint64{i}
				expect((<-back)[0] == i)
			} else {
				expect((<-there)[0] == i)
				back <- [1]uint64{i}
			}
		}
	})
}

func lock(threads, times uint64) time.Duration {
	var counter struct {
		sync.Mutex
		value uint64
	}
	took := timeTogether(threads, func(uint64) {
		for left := times / threads; left > 0; left-- {
			counter.Lock()
			counter.value++
			counter.Unlock()
		}
	})
	expect(counter.value == times/threads*threads)
	return took
}

func spawn(times uint64) time.Duration {
	began := time.Now()
	for left := times; left > 0; left-- {
		result := make(chan int)
		go func() { result <- 1 }()
		expect(<-result == 1)
	}
	return time.Since(began)
}

func bytes(size, times uint64) time.Duration {
	switch size {
	case 8:
		return toOne(func(i uint64) [1]uint64 { return [1]uint64{i} }, func(m [1]uint64) uint64 { return m[0] }, 1, times)
	case 64:
		return toOne(func(i uint64) [8]uint64 { return [8]uint64{i} }, func(m [8]uint64) uint64 { return m[0] }, 1, times)
	case 512:
		return toOne(func(i uint64) [64]uint64 { return [64]uint64{i} }, func(m [64]uint64) uint64 { return m[0] }, 1, times)
	case 4096:
		return toOne(func(i uint64) [512]uint64 { return [512]uint64{i} }, func(m [512]uint64) uint64 { return m[0] }, 1, times)
	}
	return unknown("bytes", size)
}

func unknown(what string, parameter uint64) time.Duration {
	refuse(fmt.Sprintf("this library has no measure `%s` with %d", what, parameter))
	return 0
}

func number(text string) uint64 {
	value, err := strconv.ParseUint(text, 10, 63)
	if err != nil || value == 0 {
		refuse("`" + text + "` is not a number of at least 1")
	}
	return value
}

func measured(what string, parameter, times uint64) time.Duration {
	switch what {
	case "backlog":
		return backlog(parameter, times)
	case "senders":
		return toOne(func(i uint64) [1]uint64 { return [1]uint64{i} }, func(m [1]uint64) uint64 { return m[0] }, parameter, times)
	case "bytes":
		return bytes(parameter, times)
	case "to-and-fro":
		return toAndFro(times)
	case "lock":
		return lock(parameter, times)
	case "spawn":
		return spawn(times)
	}
	return unknown(what, parameter)
}

// Prints the nanoseconds that one operation took. Usage: MEASURE PARAMETER TIMES
func main() {
	if len(os.Args) != 4 {
		refuse("usage: MEASURE PARAMETER TIMES")
	}
	what, parameter, times := os.Args[1], number(os.Args[2]), number(os.Args[3])
	fmt.Printf("%.4f\n", float64(measured(what, parameter, times).Nanoseconds())/float64(times))
}

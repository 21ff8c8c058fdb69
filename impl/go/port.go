// SPDX-License-Identifier: MIT

// Go behind the port: goroutines, channels and sync.Mutex. Go has no shared owners: code that shares a value has an
// ordinary pointer, and the garbage collector frees the value. A value in Go has no destructor, so a value of the suite
// that is left in a channel is not dropped.
package main

/*
#cgo CFLAGS: -I${SRCDIR}/../port
#include <stdint.h>
#include <stdlib.h>
#include "fearless_port.h"

typedef const fearless_port const_port;
typedef const fearless_sender const_sender;
typedef bool (*fearless_each_body)(void* env, fearless_value value);

// A value, as Go keeps it. Its data may be a number, and Go ends the process if it finds one where it keeps a pointer.
typedef struct words {
  uintptr_t data, drop;
} words;

// Go can't call a C function through a pointer.
fearless_outcome call_and_drop(fearless_closure body, words* result);
bool call_each_body(fearless_each_body body, void* env, words value);
fearless_outcome call_locked_body(fearless_locked_body body, void* env, words* slot);

extern fearless_port go_port;
*/
import "C"

import (
	"runtime"
	"runtime/cgo"
	"sync"
	"time"
	"unsafe"
)

// C may not keep a pointer to a Go object. It gets a number instead, cast to a pointer to one of the port's incomplete
// types: Go's collector ignores such a pointer.
func give(object any) unsafe.Pointer {
	handle := cgo.NewHandle(object)
	return *(*unsafe.Pointer)(unsafe.Pointer(&handle))
}

func take(handle cgo.Handle) any {
	defer handle.Delete()
	return handle.Value()
}

// The suite's code panics as Go code does, with its payload as the value. Other panics have no payload.
func payloadOf(recovered any) C.words {
	payload, _ := recovered.(C.words)
	return payload
}

// A goroutine can't be joined. Its result is received from a channel with room for it, so the goroutine ends even if no
// one receives. A panic that is not recovered would end the process, and only the goroutine itself can recover it: at its
// root.
type goroutine chan ending

type ending struct {
	value    C.words
	panicked any
}

func (g goroutine) run(body C.fearless_closure) {
	var ended ending
	defer func() {
		ended.panicked = recover()
		g <- ended
	}()
	ended.value = call(body)
}

func call(body C.fearless_closure) C.words {
	var result C.words
	if C.call_and_drop(body, &result) == C.FEARLESS_PANICS {
		panic(result)
	}
	return result
}

// Go has no unwrap: code that can't continue without the value panics again, with the same payload.
func (g goroutine) unwrap() C.words {
	ended := <-g
	if ended.panicked != nil {
		panic(ended.panicked)
	}
	return ended.value
}

//export goSpawn
func goSpawn(body C.fearless_closure) *C.fearless_thread {
	g := make(goroutine, 1)
	go g.run(body)
	return (*C.fearless_thread)(give(g))
}

//export goJoin
func goJoin(handle *C.fearless_thread, result *C.words) C.fearless_outcome {
	ended := <-take(cgo.Handle(unsafe.Pointer(handle))).(goroutine)
	if ended.panicked != nil {
		*result = payloadOf(ended.panicked)
		return C.FEARLESS_PANICS
	}
	*result = ended.value
	return C.FEARLESS_RETURNS
}

//export goJoinUnwrap
func goJoinUnwrap(handle *C.fearless_thread, result *C.words) (outcome C.fearless_outcome) {
	defer func() {
		if recovered := recover(); recovered != nil {
			*result, outcome = payloadOf(recovered), C.FEARLESS_PANICS
		}
	}()
	*result = take(cgo.Handle(unsafe.Pointer(handle))).(goroutine).unwrap()
	return C.FEARLESS_RETURNS
}

//export goDetach
func goDetach(handle *C.fearless_thread) {
	cgo.Handle(unsafe.Pointer(handle)).Delete()
}

//export goSleep
func goSleep(nanoseconds C.uint64_t) {
	time.Sleep(time.Duration(nanoseconds))
}

// Every channel has a bound, and a sender waits while it is full. The bound is that of A Tour of Go.
const capacity = 100

// Go does not count senders. A channel is closed explicitly, only when it has a single sender: with several senders none
// of them may close it, because a send on a closed channel panics.
type sender struct {
	to     chan<- C.words
	cloned bool
}

func senderAt(handle *C.fearless_sender) *sender {
	return cgo.Handle(unsafe.Pointer(handle)).Value().(*sender)
}

func receiverAt(handle *C.fearless_receiver) <-chan C.words {
	return cgo.Handle(unsafe.Pointer(handle)).Value().(<-chan C.words)
}

//export goChannel
func goChannel(first **C.fearless_sender, receiver **C.fearless_receiver) {
	values := make(chan C.words, capacity)
	*first = (*C.fearless_sender)(give(&sender{to: values}))
	*receiver = (*C.fearless_receiver)(give((<-chan C.words)(values)))
}

//export goCloneSender
func goCloneSender(handle *C.const_sender) *C.fearless_sender {
	original := senderAt(handle)
	original.cloned = true
	return (*C.fearless_sender)(give(&sender{original.to, true}))
}

//export goDropSender
func goDropSender(handle *C.fearless_sender) {
	if dropped := take(cgo.Handle(unsafe.Pointer(handle))).(*sender); !dropped.cloned {
		close(dropped.to)
	}
}

//export goDropReceiver
func goDropReceiver(handle *C.fearless_receiver) {
	cgo.Handle(unsafe.Pointer(handle)).Delete()
}

//export goSend
func goSend(handle *C.fearless_sender, value C.words) C.bool {
	senderAt(handle).to <- value
	return true
}

//export goRecv
func goRecv(handle *C.fearless_receiver, value *C.words) C.fearless_received {
	received, ok := <-receiverAt(handle)
	if !ok {
		return C.FEARLESS_DISCONNECTED
	}
	*value = received
	return C.FEARLESS_RECEIVED
}

//export goTryRecv
func goTryRecv(handle *C.fearless_receiver, value *C.words) C.fearless_received {
	select {
	case received, ok := <-receiverAt(handle):
		if !ok {
			return C.FEARLESS_DISCONNECTED
		}
		*value = received
		return C.FEARLESS_RECEIVED
	default:
		return C.FEARLESS_EMPTY
	}
}

//export goForEach
func goForEach(handle *C.fearless_receiver, body C.fearless_each_body, env unsafe.Pointer) {
	for value := range receiverAt(handle) {
		if !C.call_each_body(body, env, value) {
			return
		}
	}
}

// A lock beside its value. The value is in C's memory, because the suite gets its address. The lock is never poisoned, and
// there is no guard: it is held until it is unlocked. The value is dropped explicitly.
type mutex struct {
	sync.Mutex
	inside *C.words
}

func mutexAt(handle *C.fearless_mutex) *mutex {
	return cgo.Handle(unsafe.Pointer(handle)).Value().(*mutex)
}

func heldAt(guard *C.fearless_guard) *mutex {
	return cgo.Handle(unsafe.Pointer(guard)).Value().(*mutex)
}

func (m *mutex) with(body C.fearless_locked_body, env unsafe.Pointer) {
	m.Lock()
	defer m.Unlock()
	if C.call_locked_body(body, env, m.inside) == C.FEARLESS_PANICS {
		panic(C.words{})
	}
}

//export goCreateMutex
func goCreateMutex(value C.words) *C.fearless_mutex {
	inside := (*C.words)(C.malloc(C.sizeof_words))
	*inside = value
	return (*C.fearless_mutex)(give(&mutex{inside: inside}))
}

//export goForgetMutex
func goForgetMutex(handle *C.fearless_mutex) *C.words {
	return take(cgo.Handle(unsafe.Pointer(handle))).(*mutex).inside
}

//export goLock
func goLock(handle *C.fearless_mutex, guard **C.fearless_guard) C.fearless_locked {
	mutexAt(handle).Lock()
	*guard = (*C.fearless_guard)(unsafe.Pointer(handle))
	return C.FEARLESS_LOCKED
}

//export goTryLock
func goTryLock(handle *C.fearless_mutex, guard **C.fearless_guard) C.fearless_locked {
	if !mutexAt(handle).TryLock() {
		return C.FEARLESS_WOULD_BLOCK
	}
	*guard = (*C.fearless_guard)(unsafe.Pointer(handle))
	return C.FEARLESS_LOCKED
}

//export goDeref
func goDeref(guard *C.fearless_guard) *C.words {
	return heldAt(guard).inside
}

//export goUnlock
func goUnlock(guard *C.fearless_guard) {
	heldAt(guard).Unlock()
}

//export goWithLock
func goWithLock(handle *C.fearless_mutex, body C.fearless_locked_body, env unsafe.Pointer, outcome *C.fearless_outcome) C.fearless_locked {
	*outcome = goWithLockUnwrap(handle, body, env)
	return C.FEARLESS_LOCKED
}

//export goWithLockUnwrap
func goWithLockUnwrap(handle *C.fearless_mutex, body C.fearless_locked_body, env unsafe.Pointer) (outcome C.fearless_outcome) {
	defer func() {
		if recover() != nil {
			outcome = C.FEARLESS_PANICS
		}
	}()
	mutexAt(handle).with(body, env)
	return C.FEARLESS_RETURNS
}

//export fearless_port_v1
func fearless_port_v1() *C.const_port {
	return &C.go_port
}

func init() {
	C.go_port.release = C.CString(runtime.Version())
}

func main() {}

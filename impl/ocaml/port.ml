(* SPDX-License-Identifier: MIT *)

(* OCaml behind the port: Thread, Mutex. The channels of its module Event hold no message: a send waits for its receiver. OCaml has no shared owners: the garbage collector frees what is shared. Values have no
   destructors. What belongs to the suite is a nativeint here: the address of a copy that port.c made. *)

(* What OCaml can't express: calls of C functions through pointers. The first says whether the code panicked. *)
external call_and_drop : nativeint -> bool * nativeint = "fearless_ocaml_call_and_drop"
external call_locked_body : nativeint -> bool = "fearless_ocaml_call_locked_body"
external drop : nativeint -> unit = "fearless_ocaml_drop"

(* The suite's code panics as OCaml code does, by an exception. It carries the payload. *)
exception Panic of nativeint

(* A thread keeps no result and no exception. Without destructors, a thread whose handle was given up drops its result itself. *)
type ending = Running | Returned of nativeint | Raised of nativeint | Given_up
type handle = { thread : Thread.t; ending : ending Atomic.t }

let drop_ending = function Returned value | Raised value -> drop value | Running | Given_up -> ()

let call closure =
  let panicked, value = call_and_drop closure in
  if panicked then raise (Panic value) else value

let run (closure, ending) =
  let now = match call closure with value -> Returned value | exception Panic payload -> Raised payload in
  if Atomic.exchange ending now = Given_up then drop_ending now

let spawn closure =
  let ending = Atomic.make Running in
  { thread = Thread.create run (closure, ending); ending }

let join handle =
  Thread.join handle.thread;
  match Atomic.get handle.ending with
  | Returned value -> value
  | Raised payload -> raise (Panic payload)
  | Running | Given_up -> failwith "a thread was joined before its end"

let give_up handle = drop_ending (Atomic.exchange handle.ending Given_up)

let sleep nanoseconds = Thread.delay (Int64.to_float nanoseconds /. 1e9)

let locked mutex body =
  Mutex.lock mutex;
  Fun.protect ~finally:(fun () -> Mutex.unlock mutex) body

let with_lock mutex body = locked mutex (fun () -> if call_locked_body body then raise (Panic 0n))

(* The payload of an exception; 0 if the suite did not raise it. *)
let payload_of = function Panic payload -> payload | _ -> 0n

let () =
  Callback.register "spawn" spawn;
  Callback.register "join" join;
  Callback.register "give_up" give_up;
  Callback.register "sleep" sleep;
  Callback.register "create_mutex" Mutex.create;
  Callback.register "lock" Mutex.lock;
  Callback.register "try_lock" Mutex.try_lock;
  Callback.register "unlock" Mutex.unlock;
  Callback.register "with_lock" with_lock;
  Callback.register "payload_of" payload_of;
  Callback.register "collect" Gc.full_major;
  (* The first thread starts another, which wakes at intervals. The suite is to find it among those of the runtime. *)
  Thread.join (Thread.create ignore ())

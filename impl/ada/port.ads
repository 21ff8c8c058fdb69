--  SPDX-License-Identifier: MIT
--  Ada behind the port: its tasks and protected objects, and a queue of them. Ada has no owners that are counted.
with Interfaces.C;
with System;

package Port is

   function Entry_Point return System.Address with
     Export, Convention => C, External_Name => "fearless_port_v1";
   --  Starts Ada's runtime, which makes the calling thread its environment task.

private

   --  What fearless_port.h declares

   type Drop_Function is access procedure (Data : System.Address) with Convention => C;
   type Value is record
      Data : System.Address := System.Null_Address;
      Drop : Drop_Function;
   end record with Convention => C_Pass_By_Copy;

   type Outcome is (Returns, Panics) with Convention => C;
   type Received is (Has_Value, Is_Empty, Is_Disconnected) with Convention => C;
   type Locked is (Is_Locked, Is_Poisoned, Would_Block) with Convention => C;

   type Call_Function is access function (Env : System.Address; Result : access Value) return Outcome with Convention => C;
   type Closure is record
      Env  : System.Address;
      Call : Call_Function;
      Drop : Drop_Function;
   end record with Convention => C_Pass_By_Copy;

   type Each_Body is access function (Env : System.Address; Item : Value) return Interfaces.C.C_bool with Convention => C;
   type Locked_Body is access function (Env : System.Address; Slot : access Value) return Outcome with Convention => C;

   type Thread;
   type Thread_Access is access Thread with Convention => C;
   type Channel;
   type Channel_Access is access Channel with Convention => C;
   type Mutex;
   type Mutex_Access is access Mutex with Convention => C;

   function Spawn (Work : Closure) return Thread_Access with Convention => C;
   procedure Detach (Handle : Thread_Access) with Convention => C;
   function Join (Handle : Thread_Access; Result : access Value) return Outcome with Convention => C;
   function Join_Unwrap (Handle : Thread_Access; Result : access Value) return Outcome with Convention => C;
   procedure Sleep (Nanoseconds : Interfaces.Unsigned_64) with Convention => C;
   procedure Make_Channel (Sender, Receiver : access Channel_Access) with Convention => C;
   function Clone_Sender (Sender : Channel_Access) return Channel_Access with Convention => C;
   procedure Drop_Sender (Sender : Channel_Access) with Convention => C;
   procedure Drop_Receiver (Receiver : Channel_Access) with Convention => C;
   function Send (Sender : Channel_Access; Item : Value; Returned : access Value) return Interfaces.C.C_bool with Convention => C;
   function Receive (Receiver : Channel_Access; Item : access Value) return Received with Convention => C;
   function Try_Receive (Receiver : Channel_Access; Item : access Value) return Received with Convention => C;
   procedure For_Each (Receiver : Channel_Access; Each : Each_Body; Env : System.Address) with Convention => C;
   function Create (Inside : Value) return Mutex_Access with Convention => C;
   procedure Drop_Mutex (Dropped : Mutex_Access) with Convention => C;
   function Seize (Wanted : Mutex_Access; Guard : access Mutex_Access) return Locked with Convention => C;
   function Try_Seize (Wanted : Mutex_Access; Guard : access Mutex_Access) return Locked with Convention => C;
   procedure Unlock (Held : Mutex_Access) with Convention => C;
   function With_Lock_Unwrap (Wanted : Mutex_Access; Work : Locked_Body; Env : System.Address) return Outcome with Convention => C;
   function With_Lock (Wanted : Mutex_Access; Work : Locked_Body; Env : System.Address; How : access Outcome) return Locked with Convention => C;
   function Deref (Held : Mutex_Access) return System.Address with Convention => C;

end Port;

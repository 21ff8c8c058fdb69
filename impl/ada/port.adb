--  SPDX-License-Identifier: MIT
with Ada.Containers.Doubly_Linked_Lists;
with Ada.Exceptions;
with Ada.Finalization;
with Ada.Unchecked_Conversion;
with Ada.Unchecked_Deallocation;
with Interfaces.C;
with System;

package body Port is

   --  Panics: exceptions, whose message carries the payload

   Panicked : exception;
   subtype Message is String (1 .. Value'Size / Character'Size);
   function To_Message is new Ada.Unchecked_Conversion (Value, Message);
   function To_Payload is new Ada.Unchecked_Conversion (Message, Value);

   procedure Panic (Payload : Value) is
   begin
      raise Panicked with To_Message (Payload);
   end Panic;

   function Payload_Of (Raised : Ada.Exceptions.Exception_Occurrence) return Value is
      Text : constant String := Ada.Exceptions.Exception_Message (Raised);
   begin
      return (if Text'Length = Message'Length then To_Payload (Text) else (others => <>));
   end Payload_Of;

   procedure Drop (Dropped : Value) is
   begin
      if Dropped.Drop /= null then
         Dropped.Drop (Dropped.Data);
      end if;
   end Drop;

   --  Threads

   protected type Ending is
      procedure Set (How : Outcome; With_Value : Value);
      entry Wait (How : out Outcome; Result : out Value);
      procedure Leave (Last : out Boolean; Left : out Value);
   private
      Ended   : Boolean := False;
      Outcome : Port.Outcome;
      Result  : Value;
      Users   : Positive := 2; --  the task and the handle
   end Ending;

   task type Worker (State : Thread_Access);
   type Worker_Access is access Worker;
   type Thread is limited record
      Work    : Closure;
      Ended   : Ending;
      Running : Worker_Access;
   end record;

   procedure Free is new Ada.Unchecked_Deallocation (Thread, Thread_Access);
   procedure Free is new Ada.Unchecked_Deallocation (Worker, Worker_Access);

   protected body Ending is
      procedure Set (How : Port.Outcome; With_Value : Value) is
      begin
         Outcome := How;
         Result := With_Value;
         Ended := True;
      end Set;

      entry Wait (How : out Port.Outcome; Result : out Value) when Ended is
      begin
         How := Outcome;
         Result := Ending.Result;
         Ending.Result := (others => <>);
      end Wait;

      procedure Leave (Last : out Boolean; Left : out Value) is
      begin
         Last := Users = 1;
         Left := Result;
         Users := 1;
      end Leave;
   end Ending;

   procedure Leave (Left : in out Thread_Access) is
      Last   : Boolean;
      Result : Value;
   begin
      Left.Ended.Leave (Last, Result);
      if Last then
         Drop (Result);
         Free (Left);
      end if;
   end Leave;

   task body Worker is
      Mine   : Thread_Access := State;
      How    : Outcome := Returns;
      Result : aliased Value;
   begin
      begin
         if Mine.Work.Call (Mine.Work.Env, Result'Access) = Panics then
            Panic (Result);
         end if;
      exception
         when Raised : others =>
            How := Panics;
            Result := Payload_Of (Raised);
      end;
      Mine.Work.Drop (Mine.Work.Env);
      Mine.Ended.Set (How, Result);
      Leave (Mine);
   end Worker;

   function Spawn (Work : Closure) return Thread_Access is
      Made : Thread_Access := new Thread;
   begin
      Made.Work := Work;
      Made.Running := new Worker (Made);
      return Made;
   exception
      when others => --  the system has no thread left
         Free (Made);
         Work.Drop (Work.Env);
         return null;
   end Spawn;

   --  Ada frees a task that was given back when it has ended.
   procedure Detach (Handle : Thread_Access) is
      Left : Thread_Access := Handle;
   begin
      Free (Left.Running);
      Leave (Left);
   end Detach;

   function Join (Handle : Thread_Access; Result : access Value) return Outcome is
      How : Outcome;
   begin
      Handle.Ended.Wait (How, Result.all);
      Detach (Handle);
      return How;
   end Join;

   --  Ada has no unwrap: a task that can't continue without the value raises the exception again.
   function Join_Unwrap (Handle : Thread_Access; Result : access Value) return Outcome is
   begin
      if Join (Handle, Result) = Panics then
         Panic (Result.all);
      end if;
      return Returns;
   exception
      when Raised : others =>
         Result.all := Payload_Of (Raised);
         return Panics;
   end Join_Unwrap;

   procedure Sleep (Nanoseconds : Interfaces.Unsigned_64) is
      use type Interfaces.Unsigned_64;
      Second : constant := 1_000_000_000;
   begin
      delay Duration (Nanoseconds / Second) + Duration (Nanoseconds mod Second) / Second;
   end Sleep;

   --  Channels

   package Values is new Ada.Containers.Doubly_Linked_Lists (Value);

   protected type Channel is
      procedure Put (Item : Value; Is_Taken : out Boolean);
      entry Get (Item : out Value; Has_Item : out Boolean);
      procedure Add_Sender;
      procedure Remove_Sender (Last : out Boolean);
      procedure Remove_Receiver (Unreceived : out Values.List; Last : out Boolean);
   private
      Items        : Values.List;
      Senders      : Natural := 1;
      Has_Receiver : Boolean := True;
   end Channel;
   procedure Free is new Ada.Unchecked_Deallocation (Channel, Channel_Access);

   protected body Channel is
      procedure Put (Item : Value; Is_Taken : out Boolean) is
      begin
         Is_Taken := Has_Receiver;
         if Has_Receiver then
            Items.Append (Item);
         end if;
      end Put;

      entry Get (Item : out Value; Has_Item : out Boolean) when not Items.Is_Empty or else Senders = 0 is
      begin
         Has_Item := not Items.Is_Empty;
         if Has_Item then
            Item := Items.First_Element;
            Items.Delete_First;
         end if;
      end Get;

      procedure Add_Sender is
      begin
         Senders := Senders + 1;
      end Add_Sender;

      procedure Remove_Sender (Last : out Boolean) is
      begin
         Senders := Senders - 1;
         Last := Senders = 0 and then not Has_Receiver;
      end Remove_Sender;

      procedure Remove_Receiver (Unreceived : out Values.List; Last : out Boolean) is
      begin
         Has_Receiver := False;
         Unreceived.Move (Source => Items);
         Last := Senders = 0;
      end Remove_Receiver;
   end Channel;

   procedure Make_Channel (Sender, Receiver : access Channel_Access) is
   begin
      Sender.all := new Channel;
      Receiver.all := Sender.all;
   end Make_Channel;

   function Clone_Sender (Sender : Channel_Access) return Channel_Access is
   begin
      Sender.Add_Sender;
      return Sender;
   end Clone_Sender;

   procedure Drop_Sender (Sender : Channel_Access) is
      Of_Channel : Channel_Access := Sender;
      Last       : Boolean;
   begin
      Sender.Remove_Sender (Last);
      if Last then
         Free (Of_Channel);
      end if;
   end Drop_Sender;

   procedure Drop_Receiver (Receiver : Channel_Access) is
      Of_Channel : Channel_Access := Receiver;
      Unreceived : Values.List;
      Last       : Boolean;
   begin
      Receiver.Remove_Receiver (Unreceived, Last);
      if Last then
         Free (Of_Channel);
      end if;
      for Item of Unreceived loop
         Drop (Item);
      end loop;
   end Drop_Receiver;

   function Send (Sender : Channel_Access; Item : Value; Returned : access Value) return Interfaces.C.C_bool is
      Is_Taken : Boolean;
   begin
      Sender.Put (Item, Is_Taken);
      if not Is_Taken then
         Returned.all := Item;
      end if;
      return Interfaces.C.C_bool (Is_Taken);
   end Send;

   function Receive (Receiver : Channel_Access; Item : access Value) return Received is
      Has_Item : Boolean;
   begin
      Receiver.Get (Item.all, Has_Item);
      return (if Has_Item then Has_Value else Is_Disconnected);
   end Receive;

   function Try_Receive (Receiver : Channel_Access; Item : access Value) return Received is
      Has_Item : Boolean;
   begin
      select
         Receiver.Get (Item.all, Has_Item);
         return (if Has_Item then Has_Value else Is_Disconnected);
      else
         return Is_Empty;
      end select;
   end Try_Receive;

   procedure For_Each (Receiver : Channel_Access; Each : Each_Body; Env : System.Address) is
      Item : aliased Value;
   begin
      while Receive (Receiver, Item'Access) = Has_Value and then Boolean (Each (Env, Item)) loop
         null;
      end loop;
   end For_Each;

   --  Mutexes: a lock beside its value, the textbook protected object

   protected type Lock is
      entry Seize;
      procedure Release;
   private
      Is_Held : Boolean := False;
   end Lock;

   protected body Lock is
      entry Seize when not Is_Held is
      begin
         Is_Held := True;
      end Seize;

      procedure Release is
      begin
         Is_Held := False;
      end Release;
   end Lock;

   type Mutex is limited record
      Held   : aliased Lock;
      Inside : aliased Value;
   end record;
   procedure Free is new Ada.Unchecked_Deallocation (Mutex, Mutex_Access);

   --  A held lock in a scope
   type Guard (Of_Lock : not null access Lock) is new Ada.Finalization.Limited_Controlled with null record;
   overriding procedure Initialize (Self : in out Guard);
   overriding procedure Finalize (Self : in out Guard);

   overriding procedure Initialize (Self : in out Guard) is
   begin
      Self.Of_Lock.Seize;
   end Initialize;

   overriding procedure Finalize (Self : in out Guard) is
   begin
      Self.Of_Lock.Release;
   end Finalize;

   function Create (Inside : Value) return Mutex_Access is
      Made : constant Mutex_Access := new Mutex;
   begin
      Made.Inside := Inside;
      return Made;
   end Create;

   procedure Drop_Mutex (Dropped : Mutex_Access) is
      Whole  : Mutex_Access := Dropped;
      Inside : constant Value := Dropped.Inside;
   begin
      Free (Whole);
      Drop (Inside);
   end Drop_Mutex;

   function Seize (Wanted : Mutex_Access; Guard : access Mutex_Access) return Locked is
   begin
      Wanted.Held.Seize;
      Guard.all := Wanted;
      return Is_Locked;
   end Seize;

   function Try_Seize (Wanted : Mutex_Access; Guard : access Mutex_Access) return Locked is
   begin
      select
         Wanted.Held.Seize;
         Guard.all := Wanted;
         return Is_Locked;
      else
         return Would_Block;
      end select;
   end Try_Seize;

   function Deref (Held : Mutex_Access) return System.Address is (Held.Inside'Address);

   procedure Unlock (Held : Mutex_Access) is
   begin
      Held.Held.Release;
   end Unlock;

   function With_Lock_Unwrap (Wanted : Mutex_Access; Work : Locked_Body; Env : System.Address) return Outcome is
   begin
      declare
         Held : Guard (Wanted.Held'Access);
      begin
         if Work (Env, Wanted.Inside'Access) = Panics then
            Panic ((others => <>));
         end if;
      end;
      return Returns;
   exception
      when others =>
         return Panics;
   end With_Lock_Unwrap;

   function With_Lock
     (Wanted : Mutex_Access; Work : Locked_Body; Env : System.Address; How : access Outcome) return Locked is
   begin
      How.all := With_Lock_Unwrap (Wanted, Work, Env);
      return Is_Locked;
   end With_Lock;

   --  The tables of the port, in the order of fearless_port.h

   type Table is array (Positive range <>) of System.Address with Convention => C;

   Threads  : aliased constant Table := (Spawn'Address, Join'Address, Join_Unwrap'Address, Detach'Address, Sleep'Address);
   Channels : aliased constant Table :=
     (Make_Channel'Address, Clone_Sender'Address, Drop_Sender'Address, Drop_Receiver'Address, Send'Address,
      Receive'Address, Try_Receive'Address, For_Each'Address);
   Mutexes  : aliased constant Table :=
     (Create'Address, Drop_Mutex'Address, Seize'Address, Try_Seize'Address, Deref'Address, Unlock'Address,
      With_Lock'Address, With_Lock_Unwrap'Address);

   Name    : aliased constant Interfaces.C.char_array := Interfaces.C.To_C ("ada");
   Release : aliased constant Interfaces.C.char_array := Interfaces.C.To_C (Standard'Compiler_Version);

   type Table_Of_Tables is record
      Size                      : Interfaces.C.size_t;
      Version                   : Interfaces.C.unsigned := 1;
      Name, Release             : System.Address;
      Threads, Channels         : System.Address;
      Mutexes                   : System.Address;
      Rcs, Arcs, Weak_Arcs      : System.Address := System.Null_Address;
   end record with Convention => C;

   Whole : aliased constant Table_Of_Tables :=
     (Size     => Table_Of_Tables'Max_Size_In_Storage_Elements,
      Name     => Name'Address,
      Release  => Release'Address,
      Threads  => Threads'Address,
      Channels => Channels'Address,
      Mutexes  => Mutexes'Address,
      others   => <>);

   function Entry_Point return System.Address is
      procedure Start with Import, Convention => C, External_Name => "adainit";
   begin
      Start;
      return Whole'Address;
   end Entry_Point;

end Port;

using System.Runtime.CompilerServices;

namespace DomainEvents.Slots;

/// <summary>
/// What the memory of an object begins with: the handle of its class, then its first field. Asking for either in the ordinary way goes
/// over the <see cref="Type"/> or over the class's base, which among a thousand classes are seldom in the processor's cache.
/// </summary>
internal static class ObjectStart
{
    // Not assumed of any runtime, but seen at start; the compiler then leaves only the branch that holds.
    private static readonly bool s_hasClassFirst = ReadClass(new Layout()) == typeof(Layout).TypeHandle.Value;

    // Every object has room for one pointer at least, so that what ends there can be read of any.
    private static readonly bool s_hasIndexInAnyObject = s_hasClassFirst && EndOfIndex() <= nint.Size;

    /// <summary>The handle of the object's class, the same value as that of <see cref="Type.TypeHandle"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nint ClassOf(object instance) => s_hasClassFirst ? ReadClass(instance) : instance.GetType().TypeHandle.Value;

    /// <summary>
    /// The index that a <see cref="DomainEvent"/> carries; of another event any number, whatever stands in that place. Who asks compares
    /// the class of the event with that of what the number leads to.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int IndexOf(IDomainEvent domainEvent) => s_hasIndexInAnyObject
        ? Unsafe.As<DomainEvent>(domainEvent).TypeIndex
        : domainEvent is DomainEvent indexed ? indexed.TypeIndex : 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nint ReadClass(object instance) => Unsafe.Add(ref Unsafe.As<byte, nint>(ref Unsafe.As<Layout>(instance).First), -1);

    private static nint EndOfIndex()
    {
        var probe = new Probe();
        return Unsafe.ByteOffset(ref Unsafe.As<Layout>(probe).First, ref Unsafe.As<int, byte>(ref probe.TypeIndex)) + sizeof(int);
    }

    private sealed class Layout
    {
        public byte First;
    }

    private sealed class Probe : DomainEvent
    {
        public override string EventType => string.Empty;
    }
}

using System.Runtime.CompilerServices;

namespace DomainEvents.Slots;

/// <summary>
/// The handle of an object's class. Asking for it by <see cref="object.GetType"/> goes over the <see cref="Type"/>, which among a thousand
/// classes is seldom in the processor's cache; the object itself begins with the handle, where the runtime is one that lays objects out so.
/// </summary>
internal static class ClassHandle
{
    // Not assumed of any runtime, but seen at start; the compiler then leaves only the branch that holds.
    private static readonly bool s_beginsWithHandle = ReadStart(new Layout()) == typeof(Layout).TypeHandle.Value;

    /// <summary>The same value as that of <see cref="Type.TypeHandle"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nint Of(object instance) => s_beginsWithHandle ? ReadStart(instance) : instance.GetType().TypeHandle.Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nint ReadStart(object instance) => Unsafe.Add(ref Unsafe.As<byte, nint>(ref Unsafe.As<Layout>(instance).First), -1);

    private sealed class Layout
    {
        public byte First;
    }
}

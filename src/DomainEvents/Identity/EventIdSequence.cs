using System.Security.Cryptography;

namespace DomainEvents.Identity;

/// <summary>
/// Makes event ids: UUIDs of version 7 that increase from one to the next, on all threads together. The state is one number, the
/// millisecond in its upper 42 bits and a counter in its lower 22: an id takes the current millisecond with the counter at zero, or the
/// next number if that is larger. So ids go on increasing when the clock steps back, and when more of them are made in a millisecond
/// than the counter holds. The remaining 52 bits come from the number and a secret drawn once: the system's random source is not asked
/// for each event.
/// </summary>
internal sealed class EventIdSequence
{
    private const int CounterBits = 22;

    /// <summary>The first millisecond of 2020, so that 42 bits last until 2159. Earlier times count as this one.</summary>
    private const long FirstMillisecond = 1_577_836_800_000;

    private readonly ulong _seed;
    private long _last;

    public EventIdSequence() => _seed = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)));

    /// <summary>The next id.</summary>
    /// <param name="utcTicks">The time, as <see cref="DateTimeOffset.UtcTicks"/>.</param>
    public Guid Next(long utcTicks)
    {
        var millisecond = (utcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond;
        var current = Math.Clamp(millisecond - FirstMillisecond, 0, (1L << (63 - CounterBits)) - 1) << CounterBits;
        long last, next;
        do
        {
            last = Volatile.Read(ref _last);
            next = Math.Max(last + 1, current);
        }
        while (Interlocked.CompareExchange(ref _last, next, last) != last);

        return ToGuid((ulong)next);
    }

    /// <summary>Layout: 48 bits millisecond, version 7, 12 bits counter, variant, 10 bits counter, 52 bits that look random.</summary>
    private Guid ToGuid(ulong number)
    {
        var millisecond = (number >> CounterBits) + FirstMillisecond;
        var counter = (uint)number & ((1u << CounterBits) - 1);
        var rest = Mix(number ^ _seed);
        var low = 0x8000_0000_0000_0000 | ((ulong)(counter & 0x3FF) << 52) | (rest >> 12);
        return new Guid(
            (uint)(millisecond >> 16),
            (ushort)millisecond,
            (ushort)(0x7000 | (counter >> 10)),
            (byte)(low >> 56),
            (byte)(low >> 48),
            (byte)(low >> 40),
            (byte)(low >> 32),
            (byte)(low >> 24),
            (byte)(low >> 16),
            (byte)(low >> 8),
            (byte)low);
    }

    /// <summary>Spreads every input bit over all output bits; a bijection. Two multiplications with odd constants do.</summary>
    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 32)) * 0xD6E8_FEB8_6659_FD93;
        value = (value ^ (value >> 32)) * 0xD6E8_FEB8_6659_FD93;
        return value ^ (value >> 32);
    }
}

using System.Security.Cryptography;

namespace DomainEvents.Identity;

/// <summary>
/// Makes event ids: UUIDs of version 7 that increase from one to the next, on all threads together. The state is one number, the
/// millisecond in its upper 41 bits and a counter in its lower 22: an id takes the current millisecond with the counter at zero, or the
/// next number if that is larger. So ids go on increasing when the clock steps back, and when more of them are made in a millisecond
/// than the counter holds. The remaining 52 bits come from the number and a secret drawn once: the system's random source is not asked
/// for each event.
/// </summary>
internal sealed class EventIdSequence
{
    private const int CounterBits = 22;

    private const int MillisecondBits = 63 - CounterBits;

    /// <summary>The first millisecond of 2020.</summary>
    private const long Year2020 = 1_577_836_800_000;

    /// <summary>Where the upper bits start to count. Earlier times count as this one, and so do times 69 years later or more as the last.</summary>
    private readonly long _firstMillisecond;
    private readonly ulong _seed;
    private long _last;

    /// <summary>For the system's time, until 2089.</summary>
    public EventIdSequence()
        : this(Year2020)
    {
    }

    private EventIdSequence(long firstMillisecond)
    {
        _firstMillisecond = firstMillisecond;
        _seed = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)));
    }

    /// <summary>For a clock that may show any time: it may go back some 34 years from here, and on as far, but not before 1970.</summary>
    /// <param name="utcTicks">Its time.</param>
    public static EventIdSequence Around(long utcTicks) => new(Math.Max(0, Millisecond(utcTicks) - (1L << (MillisecondBits - 1))));

    /// <summary>The next id.</summary>
    /// <param name="utcTicks">The time, as <see cref="DateTimeOffset.UtcTicks"/>.</param>
    public Guid Next(long utcTicks)
    {
        var current = Math.Clamp(Millisecond(utcTicks) - _firstMillisecond, 0, (1L << MillisecondBits) - 1) << CounterBits;
        long last, next;
        do
        {
            last = Volatile.Read(ref _last);
            next = Math.Max(last + 1, current);
        }
        while (Interlocked.CompareExchange(ref _last, next, last) != last);

        return ToGuid((ulong)next);
    }

    private static long Millisecond(long utcTicks) => (utcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond;

    /// <summary>Layout: 48 bits millisecond, version 7, 12 bits counter, variant, 10 bits counter, 52 bits that look random.</summary>
    private Guid ToGuid(ulong number)
    {
        var millisecond = (number >> CounterBits) + (ulong)_firstMillisecond;
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

namespace DomainEvents.Persistence.CrashChild;

/// <summary>What a child is told: <c>key=value</c> for each property.</summary>
internal sealed class ChildOptions
{
    private readonly Dictionary<string, string> _values;

    public ChildOptions(string[] arguments) => _values = arguments.Select(argument => argument.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);

    /// <summary>The name of this process, in the leases and in the journal.</summary>
    public string Name => _values["name"];

    /// <summary>The connection string of the database file, where there is one.</summary>
    public string Sqlite => _values["sqlite"];

    /// <summary>The connection string of the database, where it is on a server.</summary>
    public string? PostgreSql => _values.GetValueOrDefault("postgresql");

    /// <summary>The broker; without one the journal is the receiver.</summary>
    public string? Broker => _values.GetValueOrDefault("broker");

    /// <summary>The exchange on the broker, and the name of the consumer's queue.</summary>
    public string Exchange => _values["exchange"];

    /// <summary>Whether it leaves consuming to others.</summary>
    public bool SendsOnly => _values.ContainsKey("sends-only");

    /// <summary>Where arrivals are written down.</summary>
    public string Journal => _values["journal"];

    /// <summary>The step at which to die or to stop, and at the how manieth time; none lives on.</summary>
    public (OutboxStep Step, int Count)? At =>
        _values.TryGetValue("at", out var text) ? (Enum.Parse<OutboxStep>(text.Split(':')[0]), int.Parse(text.Split(':')[1])) : null;

    /// <summary>The signal that it sends itself there.</summary>
    public int Signal => int.Parse(_values.GetValueOrDefault("signal", "9"));

    /// <summary>How many versions each account gets, in all runs together; zero for a relay alone.</summary>
    public int Versions => int.Parse(_values.GetValueOrDefault("versions", "0"));

    /// <summary>The most partitions that it takes.</summary>
    public int MaxPartitions => int.Parse(_values.GetValueOrDefault("max", "16"));

    /// <summary>A file: as long as it does not exist, the relay goes on.</summary>
    public string? Until => _values.GetValueOrDefault("until");

    /// <summary>
    /// How long it owns what it took. Longer than any test, unless a test is about its end: a process that has to wait for the machine shall
    /// neither lose its partitions nor give a message up.
    /// </summary>
    public TimeSpan LeaseDuration => TimeSpan.FromSeconds(int.Parse(_values.GetValueOrDefault("lease", "600")));

    /// <summary>Whether everything is written before anything is sent, so that every batch is the same in every run.</summary>
    public bool IsWrittenFirst => _values.ContainsKey("written-first");

    /// <summary>Whether no message is ever answered.</summary>
    public bool IsMute => _values.ContainsKey("mute");

    /// <summary>Another process: nothing is delivered before that one has something to deliver too.</summary>
    public string? Meet => _values.GetValueOrDefault("meet");

    /// <summary>The mechanism that is switched off, to show that the proof sees what it prevents.</summary>
    public string Without => _values.GetValueOrDefault("without", "");
}

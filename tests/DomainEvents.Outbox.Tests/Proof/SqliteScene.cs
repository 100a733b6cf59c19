using DomainEvents.Persistence.Tests.Support;

namespace DomainEvents.Persistence.Tests.Proof;

/// <summary>A file, and a journal in which the receiver writes what arrives.</summary>
internal sealed class SqliteScene : CrashScene
{
    private readonly string _connectionString;

    private SqliteScene(SqliteTestDatabase database)
        : base(database) => _connectionString = database.ConnectionString;

    protected override IReadOnlyList<string> Options => ["sqlite=" + _connectionString];

    public static async Task<SqliteScene> CreateAsync(CancellationToken cancellationToken)
    {
        var scene = new SqliteScene(new SqliteTestDatabase());
        await scene.PrepareAsync(cancellationToken);
        return scene;
    }

    protected override async Task<IReadOnlyList<Arrival>> ReadArrivalsAsync(CancellationToken cancellationToken)
    {
        Assert.Equal("ok", (await QueryAsync("pragma integrity_check")).Single());
        return [.. (await File.ReadAllLinesAsync(Journal, cancellationToken)).Select(Arrival.Parse)];
    }
}

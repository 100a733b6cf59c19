namespace DomainEvents.Architecture.Tests;

/// <summary>The public API of each package, approved by file: a change of it is seen in review.</summary>
public class PublicApiTests
{
    [Theory]
    [InlineData("DomainEvents", "net8.0")]
    [InlineData("DomainEvents", "net10.0")]
    [InlineData("DomainEvents.EntityFrameworkCore", "net10.0")]
    [InlineData("DomainEvents.Hosting", "net8.0")]
    [InlineData("DomainEvents.Hosting", "net10.0")]
    [InlineData("DomainEvents.Outbox", "net8.0")]
    [InlineData("DomainEvents.Outbox", "net10.0")]
    [InlineData("DomainEvents.Outbox.PostgreSql", "net8.0")]
    [InlineData("DomainEvents.Outbox.PostgreSql", "net10.0")]
    [InlineData("DomainEvents.Outbox.Sqlite", "net8.0")]
    [InlineData("DomainEvents.Outbox.Sqlite", "net10.0")]
    [InlineData("DomainEvents.RabbitMQ", "net8.0")]
    [InlineData("DomainEvents.RabbitMQ", "net10.0")]
    [InlineData("DomainEvents.Testing", "net8.0")]
    [InlineData("DomainEvents.Testing", "net10.0")]
    public void PublicApi_is_the_approved_one(string assembly, string targetFramework)
    {
        var actual = PublicApi.Describe(Repository.Assembly("src", assembly, targetFramework));
        var approved = Path.Combine(Repository.Root, "tests/DomainEvents.Architecture.Tests/PublicApi", $"{assembly}.{targetFramework}.verified.txt");
        if (Environment.GetEnvironmentVariable("SNAPSHOT_ACCEPT") == "1" && Environment.GetEnvironmentVariable("CI") != "true")
        {
            File.WriteAllText(approved, actual);
        }

        Assert.True(File.Exists(approved), $"{approved} is missing: read the API, then accept it with SNAPSHOT_ACCEPT=1");
        Assert.Equal(File.ReadAllText(approved), actual);
    }
}

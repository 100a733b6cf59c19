using System.Diagnostics;
using System.Reflection;
using DomainEvents.Persistence.Tests.Support;
using Microsoft.Data.Sqlite;

namespace DomainEvents.Persistence.Tests.Tool;

public sealed class SqliteToolTests : ToolContract
{
    protected override string[] Where => ["--sqlite", File];

    private string File => new SqliteConnectionStringBuilder(((SqliteTestDatabase)Database).ConnectionString).DataSource;

    [Fact]
    public async Task File_that_does_not_exist_is_not_created()
    {
        var missing = File + ".missing";

        Assert.Equal(2, await RunExactlyAsync("status", "--sqlite", missing));

        Assert.Contains($"There is no file '{missing}'", Error, StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(missing));
    }

    [Fact]
    public async Task File_that_is_no_database_is_reported_and_left_as_it_is()
    {
        var other = Path.GetTempFileName();
        await System.IO.File.WriteAllTextAsync(other, new string('x', 5000), Token);

        Assert.Equal(1, await RunExactlyAsync("status", "--sqlite", other));

        Assert.Contains("file is not a database", Error, StringComparison.Ordinal);
        Assert.Equal(new string('x', 5000), await System.IO.File.ReadAllTextAsync(other, Token));
        System.IO.File.Delete(other);
    }

    [Fact]
    public async Task Database_of_something_else_keeps_its_journal()
    {
        var other = Path.GetTempFileName();
        await using (var connection = new SqliteConnection($"Data Source={other};Pooling=False"))
        {
            await connection.OpenAsync(Token);
            await using var create = connection.CreateCommand();
            create.CommandText = "create table something(id integer)";
            await create.ExecuteNonQueryAsync(Token);
        }

        var before = await System.IO.File.ReadAllBytesAsync(other, Token);
        Assert.Equal(1, await RunExactlyAsync("status", "--sqlite", other));

        Assert.Equal(before, await System.IO.File.ReadAllBytesAsync(other, Token));
        System.IO.File.Delete(other);
    }

    [Theory]
    [InlineData("status", "Name one database")]
    [InlineData("status --sqlite a.db --postgresql Host=b", "Name one database")]
    [InlineData("status --postgresql Port=far", "The connection string cannot be read")]
    [InlineData("", "No command was given.")]
    public async Task Database_that_is_not_named_clearly_is_refused(string line, string message)
    {
        Assert.Equal(2, await RunExactlyAsync(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

        Assert.StartsWith(message, Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_tells_every_command_and_needs_no_database()
    {
        Assert.Equal(0, await RunExactlyAsync("--help"));

        Assert.All(["status", "dead-letters", "replay", "purge"], command => Assert.Contains($"  {command} ", Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Program_answers_on_its_output_and_by_its_exit_code()
    {
        await BuryAsync(TestMessages.InStream("s", 0));

        Assert.Equal((0, "1 dead letter replayed\n", ""), await StartAsync(["replay", "--type", "order.placed", .. Where]));
        Assert.Equal((0, "0 dead letters\n", ""), await StartAsync(["dead-letters", .. Where]));
        var (exitCode, output, error) = await StartAsync(["purge", "--all", .. Where]);

        Assert.Equal((2, ""), (exitCode, output));
        Assert.StartsWith("purge deletes for good, and nobody is there to be asked.", error, StringComparison.Ordinal);
    }

    protected override Task<TestDatabase> CreateAsync() => Task.FromResult<TestDatabase>(new SqliteTestDatabase());

    private static async Task<(int ExitCode, string Output, string Error)> StartAsync(string[] arguments)
    {
        var program = typeof(SqliteToolTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(row => row.Key == "OutboxTool").Value!;
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync(Token);
        var output = await process.StandardOutput.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);
        return (process.ExitCode, output, await error);
    }
}

using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using DomainEvents.Tests.Modules;

namespace DomainEvents.Tests.Tracing;

/// <summary>What the tracer draws is parsed by Mermaid itself, under Node. Skipped aloud without Node, except in CI.</summary>
public sealed class MermaidParserTests
{
    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "Tracing", "Mermaid");
    private static readonly Lazy<Task<string?>> s_missing = new(InstallAsync);

    [Fact]
    public async Task Parser_accepts_a_trace_with_failures_and_background()
    {
        var done = new TaskCompletionSource();
        using var publisher = new TestModule()
            .Sync<OrderPlaced>("Shop.Orders<\"T\">.On#1;end`x`&한국어", _ => throw new FormatException("bad"), onError: HandlerErrorPolicy.LogAndContinue)
            .Sync<OrderPlaced>("Shop.Mail", _ => done.SetResult(), background: true)
            .Publisher(options => options.OnUnhandledError = _ => { });
        using var tracer = EventTracer.Attach(publisher);
        var placed = new OrderPlaced();
        publisher.Publish(placed);
        await done.Task.WaitAsync(TestContext.Current.CancellationToken);

        await AssertParsesAsync(tracer.ToMermaid(placed.EventId));
    }

    [Fact]
    public async Task Parser_accepts_a_trace_that_is_cut_off_and_one_that_is_empty()
    {
        using var publisher = new TestModule().Publisher();
        for (var i = 0; i < 2_000; i++)
        {
            publisher.SubscribeAll(_ => { });
        }

        using var tracer = EventTracer.Attach(publisher);
        var placed = new OrderPlaced();
        publisher.Publish(placed);

        Assert.Contains("and more", tracer.ToMermaid(placed.EventId), StringComparison.Ordinal);
        await AssertParsesAsync(tracer.ToMermaid(placed.EventId));
        await AssertParsesAsync(tracer.ToMermaid(Guid.Empty));
    }

    /// <summary>External events may be called anything but blank, and handlers of F# and of generators too.</summary>
    [Fact]
    public async Task Parser_reads_every_name_back_as_it_is()
    {
        string[] names =
        [
            "end", "graph", "subgraph", "click", "style", "default", "class", "flowchart-TD", "%%{init:{\"theme\":\"dark\"}}%%", "%%", "-->", "-.->",
            "|a|", "a|b", "[x]", "(x)", "{x}", "((x))", "[\"x\"]", "\"", "\"]", "'", "`", "`**bold**`", "**b**", "__i__", "~~~", "#", "#35;", "#quot;", "&amp;",
            "&#35;", ";", ":::c", "a:b", "@{shape:rect}", "<script>alert(1)</script>", "<br/>", "</svg>", "javascript:alert(1)", "$$x^2$$", "\\n", "a\\", "\n", "\t", "\r",
            "\u0001", "\u200b", "\u202e", "\u2028", "\ufeff", "한국어.이벤트", "naïve.ﬂ°°35¶ß", "👩‍👩‍👧.born", "\ud800", new('x', 199), "=", "+", "*", "^", "~", "!", "?", ",", ".", "/", "\\",
        ];
        using var publisher = new TestModule().Publisher();
        foreach (var name in names)
        {
            publisher.Subscribe<OrderPlaced>(_ => publisher.Publish(new NamedEvent(name)));
        }

        using var tracer = EventTracer.Attach(publisher);
        var placed = new OrderPlaced();
        publisher.Publish(placed);

        using var parsed = JsonDocument.Parse(await AssertParsesAsync(tracer.ToMermaid(placed.EventId)));
        var labels = parsed.RootElement.GetProperty("labels").EnumerateArray().Select(static label => label.GetString()).ToList();
        Assert.Equal(1 + (2 * names.Length), labels.Count);
        Assert.Equal(names.Select(static name => name == "\ud800" ? "\ufffd" : name), labels.TakeLast(names.Length));
    }

    [Fact]
    public async Task Parser_refuses_what_is_no_flowchart()
    {
        await SkipWithoutNodeAsync();

        var (exitCode, output) = await RunAsync("node", "parse.mjs", "flowchart TD\n    a[\"b");

        Assert.Equal(1, exitCode);
        Assert.Contains("Parse error", output, StringComparison.Ordinal);
    }

    private static async Task<string> AssertParsesAsync(string diagram)
    {
        await SkipWithoutNodeAsync();

        var (exitCode, output) = await RunAsync("node", "parse.mjs", diagram);

        Assert.True(exitCode == 0, output + diagram);
        Assert.Contains("flowchart", output, StringComparison.Ordinal);
        return output;
    }

    private static async Task SkipWithoutNodeAsync()
    {
        if (await s_missing.Value is { } missing)
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", missing);
            Assert.Skip(missing);
        }
    }

    /// <summary>Installs the parser beside the tests once, by the versions and hashes of the lock file; tells what is missing.</summary>
    private static async Task<string?> InstallAsync()
    {
        try
        {
            // First: what was installed may have outlived the Node that it needs.
            await RunAsync("node", "--version", string.Empty);
            if (Directory.Exists(Path.Combine(s_folder, "node_modules", "mermaid")))
            {
                return null;
            }

            var (exitCode, output) = await RunAsync("npm", "ci --no-audit --no-fund --ignore-scripts", string.Empty);
            return exitCode == 0 ? null : "npm could not install Mermaid's parser: " + output;
        }
        catch (Win32Exception exception)
        {
            return "Mermaid's parser needs Node and npm: " + exception.Message;
        }
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(string command, string arguments, string input)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments)
        {
            WorkingDirectory = s_folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
        })!;
        try
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading: its exit code tells.
        }

        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await error);
    }

    private sealed record NamedEvent(string EventType) : IDomainEvent
    {
        public Guid EventId { get; } = Guid.NewGuid();

        public DateTimeOffset OccurredAt => DateTimeOffset.UnixEpoch;
    }
}

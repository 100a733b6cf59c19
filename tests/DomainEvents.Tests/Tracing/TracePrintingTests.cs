using DomainEvents.Tests.Modules;
using DomainEvents.Tests.Time;
using DomainEvents.Tracing;

namespace DomainEvents.Tests.Tracing;

public sealed class TracePrintingTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly DomainEventPublisher _publisher;
    private readonly EventTracer _tracer;
    private readonly OrderPlaced _placed = new();

    public TracePrintingTests()
    {
        _publisher = new TestModule()
            .Sync<OrderPlaced>("Shop.Shipping", _ =>
            {
                _time.Advance(TimeSpan.FromMilliseconds(1.5));
                _publisher!.Publish(new OrderShipped());
            })
            .Sync<OrderPlaced>("Shop.B", _ => throw new FormatException("no \"mail\"\nserver"), order: 1, onError: HandlerErrorPolicy.LogAndContinue)
            .Sync<OrderShipped>("Shop.Log", _ => _time.Advance(TimeSpan.FromMilliseconds(12)))
            .Publisher(options =>
            {
                options.TimeProvider = _time;
                options.OnUnhandledError = _ => { };
            });
        _tracer = EventTracer.Attach(_publisher);
    }

    public void Dispose() => _publisher.Dispose();

    [Fact]
    public void Print_aligns_times_names_durations_and_errors()
    {
        _publisher.Publish(_placed);
        using var writer = new StringWriter();

        _tracer.Print(writer, _placed.EventId);

        Assert.Equal(
            """
            03:04:05.000  order.placed           13.500 ms
            03:04:05.000  ├─ Shop.Shipping       13.500 ms
            03:04:05.001  │  └─ order.shipped    12.000 ms
            03:04:05.001  │     └─ Shop.Log      12.000 ms
            03:04:05.013  └─ Shop.B               0.000 ms  failed: FormatException: no "mail" server

            """.ReplaceLineEndings("\n"),
            writer.ToString().ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Print_draws_with_letters_where_the_writer_has_no_lines()
    {
        _publisher.Publish(_placed);
        using var stream = new MemoryStream();
        using (var writer = new StreamWriter(stream, System.Text.Encoding.ASCII, leaveOpen: true))
        {
            _tracer.Print(writer, _placed.EventId);
        }

        var text = System.Text.Encoding.ASCII.GetString(stream.ToArray());
        Assert.Contains("|- Shop.Shipping", text, StringComparison.Ordinal);
        Assert.DoesNotContain('?', text);
    }

    [Fact]
    public void Print_says_that_an_event_is_unknown()
    {
        using var writer = new StringWriter();

        _tracer.Print(writer, Guid.Empty);

        Assert.StartsWith("No trace of event 00000000", writer.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Print_in_colours_differs_only_in_them()
    {
        _publisher.Publish(_placed);
        using StringWriter plain = new(), coloured = new();

        TracePrinter.Print(plain, _placed.EventId, _tracer.GetTrace(_placed.EventId), inColour: false);
        TracePrinter.Print(coloured, _placed.EventId, _tracer.GetTrace(_placed.EventId), inColour: true);

        Assert.Contains("\u001b[31mShop.B\u001b[0m", coloured.ToString(), StringComparison.Ordinal);
        Assert.Equal(plain.ToString(), System.Text.RegularExpressions.Regex.Replace(coloured.ToString(), "\u001b\\[\\d+m", string.Empty));
    }

    [Theory]
    [InlineData(false, null, "xterm", true)]
    [InlineData(true, null, "xterm", false)]
    [InlineData(false, "1", "xterm", false)]
    [InlineData(false, "", "xterm", true)]
    [InlineData(false, null, "dumb", false)]
    public void Colours_are_for_terminals_that_show_them_to_users_who_want_them(bool isRedirected, string? noColor, string terminal, bool expected) =>
        Assert.Equal(expected, TerminalColours.AreShown(isRedirected, noColor, terminal));

    [Fact]
    public void ToMermaid_draws_events_handlers_and_failures()
    {
        _publisher.Publish(_placed);

        Assert.Equal(
            """
            flowchart TD
                n0["order.placed<br/>13.500 ms"]
                n1("Shop.Shipping<br/>13.500 ms")
                n0 --> n1
                n2("Shop.B<br/>0.000 ms<br/>FormatException")
                n0 --> n2
                n3["order.shipped<br/>12.000 ms"]
                n1 --> n3
                n4("Shop.Log<br/>12.000 ms")
                n3 --> n4
                classDef failed stroke:#c00,color:#c00
                class n2 failed

            """.ReplaceLineEndings("\n"),
            _tracer.ToMermaid(_placed.EventId));
    }
}

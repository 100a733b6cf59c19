using DomainEvents.Persistence.Tests.Support;

namespace DomainEvents.Persistence.Tests.Relay;

public sealed class FailureTests : RelayTest
{
    [Fact]
    public async Task Failed_message_costs_an_attempt_and_a_wait_that_grows()
    {
        (Options.RetryDelay, Options.MaxRetryDelay) = (TimeSpan.FromHours(1), TimeSpan.FromHours(9));
        Transport.Answer = _ => Task.FromResult(PublishOutcome.Retry("busy"));
        await Database.AppendAsync(TestMessages.Alone("1"));

        await StepAsync();
        await StepAsync();
        Assert.Equal(["1"], Transport.Sent);
        Assert.Equal(1, await Database.CountAsync($"outbox where attempts = 1 and next_at - added_at between {Hours(0.8)} and {Hours(1.5)}"));
        await Database.MakeDueAsync();
        await StepAsync();

        Assert.Equal(["1", "1"], Transport.Sent);
        Assert.Equal(
            1, await Database.CountAsync($"outbox where attempts = 2 and last_error = 'busy' and next_at - added_at between {Hours(1.6)} and {Hours(2.9)}"));
    }

    [Fact]
    public async Task Message_that_failed_too_often_goes_to_the_dead_letters()
    {
        Options.MaxAttempts = 2;
        Transport.Answer = _ => Task.FromResult(PublishOutcome.Retry("busy"));
        await Database.AppendAsync(TestMessages.InStream("s", 0));
        await StepAsync();
        await Database.MakeDueAsync();
        await StepAsync();

        var letter = Assert.Single(await DeadLettersAsync());

        Assert.Equal("Given up after 2 attempts. The last one: busy", letter.Reason);
        Assert.Equal(2, letter.Attempts);
        Assert.Contains(Log.Lines, line => line.StartsWith("Error: Message", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Message_that_the_transport_refuses_goes_to_the_dead_letters_at_once()
    {
        Transport.AnswerTo("s/0", PublishOutcome.Reject("unroutable"));
        await Database.AppendAsync(TestMessages.InStream("s", 0), TestMessages.InStream("s", 1));

        await StepAsync();

        Assert.Equal("unroutable", Assert.Single(await DeadLettersAsync()).Reason);
        Assert.Equal(["s/0", "s/1"], Transport.Sent);
        Assert.Equal(0, await PendingAsync());
    }

    [Fact]
    public async Task Stream_that_halts_waits_for_a_replay()
    {
        Options.OnDead = DeadMessagePolicy.HaltStream;
        Transport.AnswerTo("s/0", PublishOutcome.Reject("unroutable"));
        await Database.AppendAsync(TestMessages.InStream("s", 0), TestMessages.InStream("s", 1));
        await StepAsync();
        await StepAsync();
        Assert.Equal(["s/0"], Transport.Sent);

        Transport.AnswerTo("", PublishOutcome.Confirmed);
        await Database.DeadLetters.ReplayAsync(DeadLetterFilter.All, Token);
        await StepAsync();

        Assert.Equal(["s/0", "s/0", "s/1"], Transport.Sent);
    }

    [Fact]
    public async Task Exception_of_the_transport_is_a_failure_of_the_message()
    {
        Transport.Answer = _ => throw new InvalidOperationException("broken");
        await Database.AppendAsync(TestMessages.Alone("1"));

        await StepAsync();

        Assert.Equal(1, await Database.CountAsync("outbox where attempts = 1 and last_error = 'InvalidOperationException: broken'"));
    }

    [Fact]
    public async Task Transport_that_is_down_costs_no_attempt_and_is_left_alone_for_a_while()
    {
        Transport.Answer = _ => Task.FromResult(PublishOutcome.Unavailable("no connection"));
        await Database.AppendAsync(TestMessages.InStream("s", 0), TestMessages.InStream("s", 1), TestMessages.Alone("x"));

        var wait = await StepAsync();
        var again = await StepAsync();

        Assert.Equal(["s/0"], Transport.Sent);
        Assert.InRange(wait, TimeSpan.FromSeconds(0.8), TimeSpan.FromSeconds(1.2));
        Assert.Equal(wait, again);
        Assert.Equal(3, await Database.CountAsync("outbox where attempts = 0"));
        Assert.Equal("no connection", Status.TransportError);
    }

    [Fact]
    public async Task Transport_that_stays_down_is_tried_ever_more_seldom_and_reported_once()
    {
        Options.MaxCircuitDelay = TimeSpan.FromSeconds(4);
        Options.LeaseDuration = TimeSpan.FromHours(1);
        Transport.Answer = _ => Task.FromResult(PublishOutcome.Unavailable("no connection"));
        await Database.AppendAsync(TestMessages.Alone("1"));
        for (var round = 0; round < 10; round++)
        {
            Time.Advance(await StepAsync());
        }

        var wait = await StepAsync();
        Transport.Answer = _ => Task.FromResult(PublishOutcome.Confirmed);
        Time.Advance(wait);
        await StepAsync();

        Assert.InRange(wait, TimeSpan.FromSeconds(3.2), TimeSpan.FromSeconds(4.8));
        Assert.Equal(0, await PendingAsync());
        Assert.Null(Status.TransportError);
        Assert.Equal(
            [
                "Warning: The outbox cannot send: no connection Messages are kept and sent later; no attempt is spent on them.",
                "Information: The outbox can send again.",
            ],
            Log.Lines);
    }

    [Fact]
    public async Task Transport_that_never_answers_counts_as_down()
    {
        Transport.Answer = _ => new TaskCompletionSource<PublishOutcome>().Task;
        await Database.AppendAsync(TestMessages.Alone("1"));

        var step = StepAsync();
        await PassAsync(Options.PublishTimeout, step);

        Assert.Equal(1, await Database.CountAsync("outbox where attempts = 0"));
        Assert.Contains("did not answer within 5 s", Status.TransportError!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Message_that_alone_gets_no_answer_is_to_blame_itself()
    {
        Transport.Answer = text => text == "1" ? new TaskCompletionSource<PublishOutcome>().Task : Task.FromResult(PublishOutcome.Confirmed);
        await Database.AppendAsync(TestMessages.Alone("1"), TestMessages.Alone("2"));

        var step = StepAsync();
        await PassAsync(Options.PublishTimeout, step);

        Assert.Equal(1, await Database.CountAsync("outbox where attempts = 1"));
        Assert.Equal(1, await PendingAsync());
        Assert.Null(Status.TransportError);
    }

    [Fact]
    public async Task Store_that_is_down_is_tried_again_later_and_reported_once()
    {
        Store.IsDown = true;
        var wait = await StepAsync();
        await StepAsync();
        Assert.Equal("The database is down.", Status.StoreError);
        Store.IsDown = false;
        await Database.AppendAsync(TestMessages.Alone("1"));
        Time.Advance(wait);

        await StepAsync();

        Assert.Equal(["1"], Transport.Sent);
        Assert.Null(Status.StoreError);
        Assert.Equal(["Error: The outbox cannot reach its store. It tries again until it can.", "Information: The outbox can reach its store again."], Log.Lines);
    }

    [Fact]
    public async Task Store_that_goes_down_after_the_send_lets_the_message_be_sent_again()
    {
        Transport.Answer = _ =>
        {
            Store.IsDown = true;
            return Task.FromResult(PublishOutcome.Confirmed);
        };
        await Database.AppendAsync(TestMessages.Alone("1"));
        var wait = await StepAsync();
        Store.IsDown = false;
        Transport.Answer = _ => Task.FromResult(PublishOutcome.Confirmed);
        Time.Advance(wait);

        await StepAsync();

        Assert.Equal(["1", "1"], Transport.Sent);
        Assert.Equal(0, await PendingAsync());
    }

    private static long Hours(double count) => (long)TimeSpan.FromHours(count).TotalMilliseconds;

    /// <summary>Lets time pass as soon as somebody waits for it.</summary>
    private async Task PassAsync(TimeSpan span, Task until)
    {
        while (!until.IsCompleted)
        {
            if (Time.PendingTimers > 1)
            {
                Time.Advance(span);
            }

            await Task.Yield();
            Token.ThrowIfCancellationRequested();
        }

        await until;
    }
}

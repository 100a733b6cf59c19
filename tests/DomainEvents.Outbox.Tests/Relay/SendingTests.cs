using DomainEvents.Persistence.Tests.Support;

namespace DomainEvents.Persistence.Tests.Relay;

public sealed class SendingTests : RelayTest
{
    [Fact]
    public async Task Step_sends_what_is_due_in_order_and_removes_it()
    {
        await Database.AppendAsync(TestMessages.InStream("s", 0), TestMessages.InStream("s", 1), TestMessages.Alone("x"));

        Assert.Equal(TimeSpan.Zero, await StepAsync());

        Assert.Equal(["s/0", "s/1", "x"], Transport.Sent);
        Assert.Equal(0, await PendingAsync());
        Assert.Equal(TimeSpan.FromSeconds(1), await StepAsync());
    }

    [Fact]
    public async Task Messages_are_handed_over_before_the_first_is_answered_and_stay_until_they_are()
    {
        var answer = new TaskCompletionSource<PublishOutcome>();
        Transport.Answer = _ => answer.Task;
        await Database.AppendAsync(TestMessages.InStream("s", 0), TestMessages.InStream("s", 1), TestMessages.Alone("x"));

        var step = StepAsync();
        await WaitUntilSentAsync(3);

        Assert.Equal(3, await PendingAsync());
        answer.SetResult(PublishOutcome.Confirmed);
        await step;
        Assert.Equal(0, await PendingAsync());
    }

    [Theory]
    [InlineData(2, null)]
    [InlineData(9, 2)]
    public async Task No_more_messages_than_allowed_wait_for_an_answer(int ofRelay, int? ofTransport)
    {
        Options.MaxOutstanding = ofRelay;
        Transport = new ScriptedTransport { MaxOutstanding = ofTransport };
        Dictionary<string, TaskCompletionSource<PublishOutcome>> answers = new() { ["1"] = new(), ["2"] = new(), ["3"] = new() };
        Transport.Answer = text => answers[text].Task;
        await Database.AppendAsync(TestMessages.Alone("1"), TestMessages.Alone("2"), TestMessages.Alone("3"));

        var step = StepAsync();
        await WaitUntilSentAsync(2);
        Assert.Equal(["1", "2"], Transport.Sent);
        answers["2"].SetResult(PublishOutcome.Confirmed);
        await WaitUntilSentAsync(3);
        answers["1"].SetResult(PublishOutcome.Confirmed);
        answers["3"].SetResult(PublishOutcome.Confirmed);
        await step;

        Assert.Equal(0, await PendingAsync());
    }

    [Fact]
    public async Task Batch_holds_no_more_than_its_size()
    {
        Options.BatchSize = 2;
        await Database.AppendAsync(TestMessages.Alone("1"), TestMessages.Alone("2"), TestMessages.Alone("3"));

        await StepAsync();
        Assert.Equal(["1", "2"], Transport.Sent);
        await StepAsync();

        Assert.Equal(["1", "2", "3"], Transport.Sent);
    }

    [Fact]
    public async Task Strict_order_sends_a_message_of_a_stream_after_the_answer_to_the_one_before()
    {
        Options.Order = StreamOrder.StrictPerStream;
        var answer = new TaskCompletionSource<PublishOutcome>();
        Transport.Answer = text => text == "s/0" ? answer.Task : Task.FromResult(PublishOutcome.Confirmed);
        await Database.AppendAsync(TestMessages.InStream("s", 0), TestMessages.InStream("t", 0), TestMessages.InStream("s", 1));

        var step = StepAsync();
        await WaitUntilSentAsync(2);
        Assert.Equal(["s/0", "t/0"], Transport.Sent);
        answer.SetResult(PublishOutcome.Retry("busy"));
        await step;

        Assert.Equal(["s/0", "t/0"], Transport.Sent);
        Assert.Equal(2, await PendingAsync());
    }

    [Fact]
    public async Task Message_that_fails_amid_its_stream_is_sent_again_with_those_after_it()
    {
        await Database.AppendAsync(TestMessages.InStream("s", 0), TestMessages.InStream("s", 1), TestMessages.InStream("s", 2));
        var answer = new TaskCompletionSource<PublishOutcome>();
        Transport.Answer = text => text == "s/1" ? answer.Task : Task.FromResult(PublishOutcome.Confirmed);
        var step = StepAsync();
        await WaitUntilSentAsync(3);
        answer.SetResult(PublishOutcome.Retry("busy"));
        await step;
        await Database.MakeDueAsync();
        Transport.Answer = _ => Task.FromResult(PublishOutcome.Confirmed);

        await StepAsync();

        Assert.Equal(["s/0", "s/1", "s/2", "s/1", "s/2"], Transport.Sent);
        Assert.Equal(0, await PendingAsync());
    }

    /// <summary>The relay's task goes on elsewhere while the transport's answers are due: the count of what it was given tells how far it is.</summary>
    private async Task WaitUntilSentAsync(int count)
    {
        while (Transport.Sent.Count < count)
        {
            await Task.Yield();
            Token.ThrowIfCancellationRequested();
        }
    }
}

namespace DomainEvents.Persistence.Tests.Stores;

public class OutboxSignalTests
{
    private readonly OutboxSignal _signal = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Signal_given_before_the_wait_is_not_lost()
    {
        _signal.Set();

        await _signal.WaitAsync(Timeout.InfiniteTimeSpan, TimeProvider.System, Token);
    }

    [Fact]
    public async Task Signal_given_during_the_wait_ends_it()
    {
        var wait = _signal.WaitAsync(Timeout.InfiniteTimeSpan, TimeProvider.System, Token);
        Assert.False(wait.IsCompleted);

        _signal.Set();

        await wait;
    }

    [Fact]
    public async Task Signals_given_many_times_end_one_wait()
    {
        _signal.Set();
        _signal.Set();
        await _signal.WaitAsync(Timeout.InfiniteTimeSpan, TimeProvider.System, Token);

        Assert.False(_signal.WaitAsync(Timeout.InfiniteTimeSpan, TimeProvider.System, Token).IsCompleted);
    }

    [Fact]
    public void Signal_from_elsewhere_is_not_passed_on()
    {
        var given = 0;
        _signal.Given += () => given++;

        _signal.Wake();
        Assert.Equal(0, given);

        _signal.Set();
        Assert.Equal(1, given);
    }
}

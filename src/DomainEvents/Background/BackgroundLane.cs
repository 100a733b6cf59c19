namespace DomainEvents.Background;

/// <summary>What is to be known of a lane whatever it handles.</summary>
internal abstract class BackgroundLane
{
    /// <summary>How many items were accepted, ever.</summary>
    public abstract long Accepted { get; }

    /// <summary>How many items wait to be handled.</summary>
    public abstract int Waiting { get; }

    /// <summary>Completes when nothing waits and nothing is being handled.</summary>
    public abstract Task WhenIdle();

    /// <summary>Completes when all lanes are idle, also those that come meanwhile.</summary>
    public static async Task WhenAllIdleAsync(Func<IReadOnlyCollection<BackgroundLane>> lanes)
    {
        long accepted;
        do
        {
            // Lanes feed each other: only when none has accepted anything since the round began were all of them idle at once.
            accepted = lanes().Sum(static lane => lane.Accepted);
            foreach (var lane in lanes())
            {
                await lane.WhenIdle().ConfigureAwait(false);
            }
        }
        while (accepted != lanes().Sum(static lane => lane.Accepted));
    }
}

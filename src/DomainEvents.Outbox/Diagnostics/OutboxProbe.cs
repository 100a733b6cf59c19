namespace DomainEvents.Persistence;

/// <summary>Tells a test which step is reached. Outside the proof suite nobody listens.</summary>
internal static class OutboxProbe
{
    /// <summary>What is called on the thread that reaches a step.</summary>
    public static Action<OutboxStep>? OnReached { get; set; }

    public static void Reached(OutboxStep step) => OnReached?.Invoke(step);
}

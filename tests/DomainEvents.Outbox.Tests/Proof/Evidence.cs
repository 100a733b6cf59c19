namespace DomainEvents.Persistence.Tests.Proof;

/// <summary>What is left when all is done: what the application committed, and what became of it.</summary>
/// <param name="Committed">The version that each account has.</param>
/// <param name="Arrivals">What arrived, in order.</param>
/// <param name="Sends">The id of each message, once for each time that a process began to send it.</param>
/// <param name="Dead">The places (<c>account/version</c>) of the dead letters.</param>
/// <param name="Effects">The places that had an effect, once for each effect.</param>
/// <param name="Interruptions">How many processes ended or stood still before their time.</param>
public sealed record Evidence(
    IReadOnlyDictionary<string, int> Committed,
    IReadOnlyList<Arrival> Arrivals,
    IReadOnlyList<string> Sends,
    IReadOnlyList<string> Dead,
    IReadOnlyList<string> Effects,
    int Interruptions);

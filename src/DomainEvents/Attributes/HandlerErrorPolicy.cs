namespace DomainEvents;

/// <summary>What becomes of an exception that a handler throws.</summary>
public enum HandlerErrorPolicy
{
    /// <summary>The publisher's caller gets it in a <see cref="DomainEventHandlingException"/> after every other handler has run.</summary>
    Propagate = 0,

    /// <summary>It goes to <see cref="DomainEventPublisherOptions.OnUnhandledError"/>; the publisher's caller does not see it.</summary>
    LogAndContinue = 1,
}

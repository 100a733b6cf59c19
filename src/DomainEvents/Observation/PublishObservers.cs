using DomainEvents.Diagnostics;
using DomainEvents.Slots;
using DomainEvents.Subscriptions;

namespace DomainEvents.Observation;

/// <summary>The observers of a publisher. Attaching the first one puts instrumented pipelines into the slots, detaching the last one takes them out.</summary>
internal sealed class PublishObservers(SlotSet slots, SubscriptionStore subscriptions, bool hasFilters, UnhandledErrors errors)
{
    private PublishObserver[] _items = [];

    /// <summary>Those that a publish which starts now tells, to its end.</summary>
    public PublishObserver[] Current => Volatile.Read(ref _items);

    /// <summary>Attaches an observer until the result is disposed.</summary>
    /// <exception cref="ObjectDisposedException">The publisher is disposed.</exception>
    public IDisposable Attach(PublishObserver observer)
    {
        lock (slots.Gate)
        {
            slots.ThrowIfDisposed();
            Write([.. _items, observer]);
        }

        return new Attachment(this, observer);
    }

    /// <summary>Tells the observers of something. Their exceptions disturb nobody.</summary>
    public void Notify<T>(Action<PublishObserver, T> notify, T what)
    {
        foreach (var observer in Current)
        {
            try
            {
                notify(observer, what);
            }
            catch (Exception exception)
            {
                errors.Report(exception);
            }
        }
    }

    private void Detach(PublishObserver observer)
    {
        lock (slots.Gate)
        {
            Write(Array.FindAll(_items, other => other != observer));
        }
    }

    private void Write(PublishObserver[] items)
    {
        Volatile.Write(ref _items, items);
        slots.IsInstrumented = hasFilters || items.Length > 0;
        subscriptions.RefreshAllLocked();
    }

    private sealed class Attachment(PublishObservers observers, PublishObserver observer) : IDisposable
    {
        public void Dispose() => observers.Detach(observer);
    }
}

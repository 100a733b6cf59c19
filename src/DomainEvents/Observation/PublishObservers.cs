using DomainEvents.Diagnostics;
using DomainEvents.Slots;
using DomainEvents.Subscriptions;

namespace DomainEvents.Observation;

/// <summary>The observers of a publisher. Attaching the first one puts instrumented pipelines into the slots, detaching the last one takes them out.</summary>
internal sealed class PublishObservers(SlotSet slots, SubscriptionStore subscriptions, bool hasFilters, UnhandledErrors errors)
{
    private readonly Dictionary<PublishObserver, HashSet<object>> _holders = [];
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

        return new Attachment(() => Detach(observer));
    }

    /// <summary>Attaches an observer of which one is enough, unless one of its type is attached, until all who hold it have let go.</summary>
    /// <param name="holder">Holds it once, however often it asks.</param>
    /// <param name="create">Makes it, under the publisher's lock.</param>
    /// <exception cref="ObjectDisposedException">The publisher is disposed.</exception>
    public IDisposable Share<TObserver>(object holder, Func<TObserver> create)
        where TObserver : PublishObserver
    {
        lock (slots.Gate)
        {
            slots.ThrowIfDisposed();
            if (Array.Find(_items, static item => item is TObserver) is not { } observer)
            {
                observer = create();
                _holders.Add(observer, []);
                Write([.. _items, observer]);
            }

            _holders[observer].Add(holder);
            return new Attachment(() => LetGo(observer, holder));
        }
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

    private void LetGo(PublishObserver observer, object holder)
    {
        lock (slots.Gate)
        {
            if (_holders.TryGetValue(observer, out var holders) && holders.Remove(holder) && holders.Count == 0)
            {
                _holders.Remove(observer);
                Detach(observer);
            }
        }
    }

    private void Write(PublishObserver[] items)
    {
        Volatile.Write(ref _items, items);
        slots.IsInstrumented = hasFilters || items.Length > 0;
        subscriptions.RefreshAllLocked();
    }

    private sealed class Attachment(Action detach) : IDisposable
    {
        public void Dispose() => detach();
    }
}

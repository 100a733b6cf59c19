using System.Collections.Concurrent;

namespace DomainEvents.Binding;

/// <summary>
/// The handlers that a publisher keeps: one of each class, also when two threads publish first. A thread that
/// needs a handler which another thread is creating waits for it; no lock is held while a constructor runs.
/// </summary>
internal sealed class HandlerInstances
{
    private readonly ConcurrentDictionary<Type, Cell> _cells = new();

    public object Get(Type handlerType, Func<object> create) => _cells.GetOrAdd(handlerType, static _ => new Cell()).Get(handlerType, create);

    private sealed class Cell
    {
        private object? _instance;
        private Thread? _creator;

        public object Get(Type handlerType, Func<object> create)
        {
            lock (this)
            {
                while (_creator is not null)
                {
                    if (_creator == Thread.CurrentThread)
                    {
                        throw new InvalidOperationException(
                            $"The constructor of handler '{handlerType}' publishes an event that the handler itself handles.");
                    }

                    Monitor.Wait(this);
                }

                if (_instance is not null)
                {
                    return _instance;
                }

                _creator = Thread.CurrentThread;
            }

            object? created = null;
            try
            {
                return created = create();
            }
            finally
            {
                lock (this)
                {
                    _instance = created;
                    _creator = null;
                    Monitor.PulseAll(this);
                }
            }
        }
    }
}

using DomainEvents.CompilerServices;
using DomainEvents.Slots;

namespace DomainEvents.Tests.Slots;

public sealed class TypeMapTests
{
    private static readonly object[] s_objects =
    [
        .. typeof(object).Assembly.GetTypes()
            .Where(type => type is { IsPublic: true, IsEnum: true })
            .Take(200)
            .Select(type => Activator.CreateInstance(typeof(Holder<>).MakeGenericType(type))!),
    ];

    [Fact]
    public void Find_finds_what_was_set_last_for_each_of_many_types_and_nothing_else()
    {
        var map = new TypeMap();
        var pipelines = s_objects.Select(_ => new EmptyPipeline()).ToArray();
        for (var i = 1; i < s_objects.Length; i++)
        {
            map = map.With(s_objects[i].GetType(), new EmptyPipeline());
            map = map.With(s_objects[i].GetType(), pipelines[i]);
        }

        Assert.Equal(pipelines.Skip(1), s_objects.Skip(1).Select(map.Find));
        Assert.Null(map.Find(s_objects[0]));
        Assert.Null(map.Find("text"));
    }

    [Fact]
    public void Find_on_other_threads_sees_each_type_from_the_moment_it_is_set()
    {
        var pipelines = s_objects.Select(_ => new EmptyPipeline()).ToArray();
        for (var round = 0; round < 50; round++)
        {
            var map = new TypeMap();
            var count = 0;
            var wrong = 0;

            void Write()
            {
                for (var i = 0; i < s_objects.Length; i++)
                {
                    Volatile.Write(ref map, map.With(s_objects[i].GetType(), pipelines[i]));
                    Volatile.Write(ref count, i + 1);
                }
            }

            void Read()
            {
                int seen;
                do
                {
                    seen = Volatile.Read(ref count);
                    var current = Volatile.Read(ref map);
                    for (var i = 0; i < seen; i++)
                    {
                        wrong += current.Find(s_objects[i]) == pipelines[i] ? 0 : 1;
                    }
                }
                while (seen < s_objects.Length);
            }

            Parallel.Invoke(Write, Read);

            Assert.Equal(0, wrong);
        }
    }

    private sealed class Holder<T>;
}

using DomainEvents.CompilerServices;

namespace DomainEvents.Tests.CompilerServices;

public sealed class EventTypeIndexTests
{
    [Fact]
    public void Register_gives_each_type_one_number_above_zero()
    {
        var first = EventTypeIndex.Register(typeof(First));
        var second = EventTypeIndex.Register(typeof(Second));

        Assert.True(first > 0);
        Assert.NotEqual(first, second);
        Assert.Equal(first, EventTypeIndex.Register(typeof(First)));
        Assert.Equal(typeof(Second), EventTypeIndex.TypeOf(second));
        Assert.False(EventTypeIndex.IsRegistered(typeof(EventTypeIndexTests)));
        Assert.Throws<ArgumentNullException>(() => EventTypeIndex.Register(null!));
    }

    [Fact]
    public void Register_of_many_types_on_several_threads_gives_consistent_numbers()
    {
        var types = typeof(object).Assembly.GetTypes().Where(type => type is { IsPublic: true, IsEnum: true }).Take(100)
            .Select(type => typeof(Holder<>).MakeGenericType(type)).ToArray();
        var numbers = new int[4][];

        Parallel.For(0, numbers.Length, i => numbers[i] = [.. types.Select(EventTypeIndex.Register)]);

        Assert.All(numbers, own => Assert.Equal(numbers[0], own));
        Assert.Equal(types.Length, numbers[0].Distinct().Count());
        Assert.Equal(types, numbers[0].Select(EventTypeIndex.TypeOf));
    }

    private sealed class First;

    private sealed class Second;

    private sealed class Holder<T>;
}

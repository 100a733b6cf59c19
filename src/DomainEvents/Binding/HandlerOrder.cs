namespace DomainEvents.Binding;

/// <summary>
/// The order in which the handlers of one event run: Order; then how near the handled type is (the event's own class, its bases from the
/// nearest up, interfaces); then assembly name, handler name and handled type, ordinal. Files and references have no say. The generator
/// sorts in the same way, and a pipeline of its whose order differs is not used.
/// </summary>
internal static class HandlerOrder
{
    /// <summary>Interfaces come after every base.</summary>
    public const int InterfaceDistance = int.MaxValue;

    /// <summary>How far an unmarked subclass stands before the class it is dispatched as: a negative number.</summary>
    public static int DistanceToBase(Type dispatchType, Type subclass)
    {
        var distance = 0;
        for (var type = subclass; type != dispatchType; type = type!.BaseType)
        {
            distance--;
        }

        return distance;
    }

    public static int Compare((HandlerRow Row, int Distance) left, (HandlerRow Row, int Distance) right)
    {
        var result = left.Row.Descriptor.Order.CompareTo(right.Row.Descriptor.Order);
        if (result == 0)
        {
            result = left.Distance.CompareTo(right.Distance);
        }

        if (result == 0)
        {
            result = string.CompareOrdinal(left.Row.Module.AssemblyName, right.Row.Module.AssemblyName);
        }

        if (result == 0)
        {
            result = string.CompareOrdinal(left.Row.Descriptor.Name, right.Row.Descriptor.Name);
        }

        if (result == 0)
        {
            result = string.CompareOrdinal(left.Row.Descriptor.HandledType.FullName, right.Row.Descriptor.HandledType.FullName);
        }

        return result == 0 ? left.Row.Number.CompareTo(right.Row.Number) : result;
    }
}

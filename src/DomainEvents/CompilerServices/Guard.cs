using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace DomainEvents.CompilerServices;

/// <summary>
/// The checks of generated constructors. Which one applies to a member's type is decided by overload resolution, so that the
/// generator needs no knowledge of the type. For generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Guard
{
    /// <summary>Refuses null, empty and white space.</summary>
    public static string Required([NotNull] string? value, string parameterName, string eventName)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            ThrowMissing(value, parameterName, eventName);
        }

        return value;
    }

    /// <summary>Refuses null, and blank texts where a type parameter stands for text. Value types pass.</summary>
    public static T Required<T>([NotNull] T value, string parameterName, string eventName)
    {
        if (value is null)
        {
            ThrowNull(parameterName, eventName);
        }

        if (typeof(T) == typeof(string))
        {
            Required((string)(object)value, parameterName, eventName);
        }

        return value;
    }

    /// <summary>Passes: a nullable value is optional.</summary>
    public static T? Required<T>(T? value, string parameterName, string eventName)
        where T : struct => value;

    /// <summary>Refuses an array that was never initialised.</summary>
    public static ImmutableArray<T> Required<T>(ImmutableArray<T> value, string parameterName, string eventName)
    {
        if (value.IsDefault)
        {
            ThrowNull(parameterName, eventName);
        }

        return value;
    }

    /// <summary>Refuses null; a blank text passes.</summary>
    public static T NotNull<T>([NotNull] T value, string parameterName, string eventName)
    {
        if (value is null)
        {
            ThrowNull(parameterName, eventName);
        }

        return value;
    }

    /// <summary>Passes: a nullable value is optional.</summary>
    public static T? NotNull<T>(T? value, string parameterName, string eventName)
        where T : struct => value;

    /// <summary>Refuses an array that was never initialised.</summary>
    public static ImmutableArray<T> NotNull<T>(ImmutableArray<T> value, string parameterName, string eventName) =>
        Required(value, parameterName, eventName);

    /// <summary>Refuses null, empty and white space.</summary>
    public static string NotDefault([NotNull] string? value, string parameterName, string eventName) =>
        Required(value, parameterName, eventName);

    /// <summary>Refuses the default of the type.</summary>
    public static T NotDefault<T>([NotNull] T value, string parameterName, string eventName)
    {
        if (value is null)
        {
            ThrowNull(parameterName, eventName);
        }

        if (EqualityComparer<T>.Default.Equals(value, default!))
        {
            ThrowDefault(parameterName, eventName);
        }

        return value;
    }

    /// <summary>Lets null pass and refuses the default of the underlying type.</summary>
    public static T? NotDefault<T>(T? value, string parameterName, string eventName)
        where T : struct
    {
        if (value is { } present)
        {
            NotDefault(present, parameterName, eventName);
        }

        return value;
    }

    [DoesNotReturn]
    private static void ThrowMissing(string? value, string parameterName, string eventName)
    {
        if (value is null)
        {
            ThrowNull(parameterName, eventName);
        }

        throw new ArgumentException($"'{parameterName}' of event {eventName} must not be blank.", parameterName);
    }

    [DoesNotReturn]
    private static void ThrowNull(string parameterName, string eventName) =>
        throw new ArgumentNullException(parameterName, $"'{parameterName}' of event {eventName} must not be null.");

    [DoesNotReturn]
    private static void ThrowDefault(string parameterName, string eventName) =>
        throw new ArgumentException($"'{parameterName}' of event {eventName} must not be the default value.", parameterName);
}

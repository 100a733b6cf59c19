using DomainEvents.Generators.Model;
using DomainEvents.Generators.Text;

namespace DomainEvents.Generators.Emission;

/// <summary>The expression that checks a value on its way in.</summary>
internal static class GuardCall
{
    /// <summary>The value, checked as the guard says.</summary>
    /// <param name="guard">Which check.</param>
    /// <param name="value">The expression, escaped.</param>
    /// <param name="parameterName">What the exception calls it, not escaped.</param>
    /// <param name="eventName">What the exception calls the event.</param>
    public static string Wrap(GuardKind guard, string value, string parameterName, string eventName) => guard switch
    {
        GuardKind.Required => Call("Required", value, parameterName, eventName),
        GuardKind.NotNull => Call("NotNull", value, parameterName, eventName),
        GuardKind.NotDefault => Call("NotDefault", value, parameterName, eventName),
        GuardKind.RequiredObject => Call("Required", $"(object){value}", parameterName, eventName),
        _ => value,
    };

    private static string Call(string method, string value, string parameterName, string eventName) =>
        $"global::DomainEvents.CompilerServices.Guard.{method}({value}, {CSharpLiteral.String(parameterName)}, {CSharpLiteral.String(eventName)})";
}

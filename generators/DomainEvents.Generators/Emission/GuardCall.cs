using DomainEvents.Generators.Model;
using DomainEvents.Generators.Text;

namespace DomainEvents.Generators.Emission;

/// <summary>Writes the expressions that check the values of one event on their way in.</summary>
internal readonly struct GuardCall
{
    private const string Guard = "global::DomainEvents.CompilerServices.Guard.";

    private readonly string _eventName;

    public GuardCall(EventModel model) => _eventName = CSharpLiteral.String(EventEmitter.DisplayName(model));

    /// <summary>The value, checked as the guard says.</summary>
    /// <param name="guard">Which check.</param>
    /// <param name="value">The expression, escaped.</param>
    /// <param name="parameterName">What the exception calls it, not escaped.</param>
    public string Wrap(GuardKind guard, string value, string parameterName) => guard switch
    {
        GuardKind.Required => Call("Required(", value, parameterName),
        GuardKind.NotNull => Call("NotNull(", value, parameterName),
        GuardKind.NotDefault => Call("NotDefault(", value, parameterName),
        GuardKind.RequiredObject => Call("Required((object)", value, parameterName),
        _ => value,
    };

    private string Call(string method, string value, string parameterName) =>
        string.Concat([Guard, method, value, ", ", CSharpLiteral.String(parameterName), ", ", _eventName, ")"]);
}

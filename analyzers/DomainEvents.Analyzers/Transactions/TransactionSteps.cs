using DomainEvents.Analyzers.Options;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DomainEvents.Analyzers.Transactions;

/// <summary>Tells the steps of a transaction in one function.</summary>
internal sealed class TransactionSteps
{
    private static readonly string[] s_looks = ["Validate", "Ensure", "Check", "Verify", "Assert", "Guard", "Log", "Require"];

    private readonly TransactionTypes _types;
    private readonly IReadOnlyList<string> _commitTypes;
    private readonly HashSet<ISymbol> _loaded = new(SymbolEqualityComparer.Default);

    public TransactionSteps(TransactionTypes types, IReadOnlyList<string> commitTypes, ControlFlowGraph graph)
    {
        _types = types;
        _commitTypes = commitTypes;
        foreach (var operation in FlowGraph.Operations(graph))
        {
            if (operation is ISimpleAssignmentOperation { Target: ILocalReferenceOperation local } assignment && IsLoaded(assignment.Value))
            {
                _loaded.Add(local.Local);
            }
        }
    }

    /// <summary>Whether a name may be that of a step that commits.</summary>
    public static bool MayCommit(string name) => name is "SaveChanges" or "SaveChangesAsync" or "SaveEntities" or "SaveEntitiesAsync"
        or "Commit" or "CommitAsync" or "CommitTransaction" or "CommitTransactionAsync" or "Complete" or "CompleteAsync";

    public TransactionStep Of(IOperation operation) => operation switch
    {
        IInvocationOperation call => Of(call),
        IObjectCreationOperation { Type: var type } when _types.IsScope(type) || _types.IsUnitOfWork(type) => TransactionStep.Begin,
        IExpressionStatementOperation { Operation: var expression } when IsChangeOfLoaded(Awaited(expression)) => TransactionStep.Track,
        IAssignmentOperation { Target: IPropertyReferenceOperation { Instance: ILocalReferenceOperation local } } when _loaded.Contains(local.Local) => TransactionStep.Track,
        _ => TransactionStep.None,
    };

    private TransactionStep Of(IInvocationOperation call)
    {
        var name = call.TargetMethod.Name;
        var type = Receiver(call);
        if (MayCommit(name))
        {
            return OfCommit(name, type);
        }

        switch (name)
        {
            case "BeginTransaction" or "BeginTransactionAsync":
            case "Begin" or "BeginAsync" or "Use" when _types.IsUnitOfWorkFactory(call.TargetMethod.ContainingType):
                return TransactionStep.Begin;
            case "AddAsync" or "AddRangeAsync" or "AddRange" or "UpdateRange" or "RemoveRange" or "Attach":
                return _types.IsContext(type) || _types.IsSet(type) ? TransactionStep.Track : TransactionStep.None;
            case "Add" or "Update" or "Remove" or "Insert" or "Delete":
                return _types.IsContext(type) || _types.IsSet(type) || TransactionTypes.IsRepository(type) ? TransactionStep.Track : TransactionStep.None;
            case "Enlist" or "Raise" or "Savepoint" or "SavepointAsync":
                return _types.IsUnitOfWork(type) ? TransactionStep.Execute : TransactionStep.None;
            default:
                return name.StartsWith("Execute", StringComparison.Ordinal) && _types.IsCommand(type) ? TransactionStep.Execute : TransactionStep.None;
        }
    }

    private TransactionStep OfCommit(string name, ITypeSymbol? type)
    {
        if (_types.IsUnitOfWork(type) || _types.IsTransaction(type))
        {
            return name is "Commit" or "CommitAsync" ? TransactionStep.Commit : TransactionStep.None;
        }

        if (name.StartsWith("CommitTransaction", StringComparison.Ordinal) || (name == "Complete" && _types.IsScope(type)))
        {
            return TransactionStep.Commit;
        }

        return (name.StartsWith("Save", StringComparison.Ordinal) && _types.IsContext(type))
            || TransactionTypes.IsNamedUnitOfWork(type)
            || (type is not null && RuleOptions.HasType(_commitTypes, type))
                ? TransactionStep.Save
                : TransactionStep.None;
    }

    private static ITypeSymbol? Receiver(IInvocationOperation call) => call.Instance?.Type
        ?? (call.TargetMethod is { IsExtensionMethod: true } && call.Arguments.Length > 0
            ? Symbols.RuntimeCalls.WithoutConversion(call.Arguments[0].Value).Type
            : call.TargetMethod.ContainingType);

    /// <summary>Whether a value comes out of a context or a repository: what is changed in it is saved later.</summary>
    private bool IsLoaded(IOperation value) => value.DescendantsAndSelf().OfType<IInvocationOperation>().Any(call =>
        call.Instance?.Type is { } type && (_types.IsContext(type) || TransactionTypes.IsRepository(type)))
        || value.DescendantsAndSelf().Any(part => part is IPropertyReferenceOperation && _types.IsSet(part.Type));

    private bool IsChangeOfLoaded(IOperation expression) =>
        expression is IInvocationOperation { Instance: ILocalReferenceOperation local, TargetMethod.Name: var name }
        && _loaded.Contains(local.Local)
        && !s_looks.Any(look => name.StartsWith(look, StringComparison.Ordinal));

    private static IOperation Awaited(IOperation expression) => expression is IAwaitOperation wait ? wait.Operation : expression;
}

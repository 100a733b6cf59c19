using DomainEvents.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Transactions;

/// <summary>The types by which code keeps changes and commits them, in one compilation. Immutable.</summary>
internal sealed class TransactionTypes(KnownSymbols symbols)
{
    private static readonly string[] s_transactions =
        ["System.Data.IDbTransaction", "System.Data.Common.DbTransaction", "Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction"];

    private static readonly string[] s_commands = ["System.Data.IDbCommand", "System.Data.Common.DbCommand", "System.Data.IDbConnection"];

    private readonly INamedTypeSymbol?[] _transactions = [.. s_transactions.Select(symbols.Type)];
    private readonly INamedTypeSymbol?[] _commands = [.. s_commands.Select(symbols.Type)];
    private readonly INamedTypeSymbol? _unitOfWork = symbols.Type("DomainEvents.Persistence.IUnitOfWork");
    private readonly INamedTypeSymbol? _factory = symbols.Type("DomainEvents.Persistence.UnitOfWorkFactory");
    private readonly INamedTypeSymbol? _scope = symbols.Type("System.Transactions.TransactionScope");
    private readonly INamedTypeSymbol? _context = symbols.Type("Microsoft.EntityFrameworkCore.DbContext");
    private readonly INamedTypeSymbol? _set = symbols.Type("Microsoft.EntityFrameworkCore.DbSet`1");

    /// <summary>Whether the compilation can name our unit of work.</summary>
    public bool HasUnitOfWork => _unitOfWork is not null;

    public bool IsUnitOfWork(ITypeSymbol? type) => KnownSymbols.Is(type, _unitOfWork);

    public bool IsUnitOfWorkFactory(ITypeSymbol? type) => KnownSymbols.Is(type, _factory) || IsUnitOfWork(type);

    public bool IsTransaction(ITypeSymbol? type) => _transactions.Any(known => KnownSymbols.Is(type, known));

    public bool IsScope(ITypeSymbol? type) => KnownSymbols.Is(type, _scope);

    /// <summary>Whether a type's methods that execute something execute SQL.</summary>
    public bool IsCommand(ITypeSymbol? type) => _commands.Any(known => KnownSymbols.Is(type, known));

    /// <summary>A context of Entity Framework, or an application's interface to its own.</summary>
    public bool IsContext(ITypeSymbol? type) =>
        KnownSymbols.Is(type, _context) || (type is { TypeKind: TypeKind.Interface } && type.Name.EndsWith("DbContext", StringComparison.Ordinal));

    public bool IsSet(ITypeSymbol? type) => KnownSymbols.Is(type, _set);

    /// <summary>An application's own unit of work, told by its name.</summary>
    public static bool IsNamedUnitOfWork(ITypeSymbol? type) => type?.Name.EndsWith("UnitOfWork", StringComparison.Ordinal) == true;

    public static bool IsRepository(ITypeSymbol? type) => type?.Name.EndsWith("Repository", StringComparison.Ordinal) == true;
}

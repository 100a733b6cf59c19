using DomainEvents.Generators.Equality;
using DomainEvents.Generators.Model;
using DomainEvents.Generators.Reading.Parts;
using DomainEvents.Generators.Reading.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DomainEvents.Generators.Reading.Questions;

/// <summary>Puts the questions to the compilation: the only place of the typing path that sees symbols.</summary>
internal sealed class QuestionResolver
{
    private readonly CSharpCompilation _compilation;
    private readonly ConstructorSymbols _constructors;
    private readonly BaseSymbols _bases;

    private QuestionResolver(CSharpCompilation compilation)
    {
        _compilation = compilation;
        _constructors = new ConstructorSymbols(compilation);
        _bases = new BaseSymbols(compilation, _constructors);
    }

    /// <summary>One answer for each question, in their order.</summary>
    public static EquatableArray<Answer> Resolve(Inquiry inquiry, CancellationToken cancellationToken)
    {
        var questions = inquiry.Questions;
        if (questions.Count == 0)
        {
            return default;
        }

        var trees = QuestionTrees.Parse(questions, inquiry.ParseOptions, cancellationToken);
        var resolver = new QuestionResolver(inquiry.Compilation.AddSyntaxTrees(trees.Trees));
        var answers = new Answer[questions.Count];
        for (var i = 0; i < answers.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            answers[i] = resolver.AnswerByKey(questions[i]);
        }

        foreach (var dummy in trees.Dummies)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var model = resolver._compilation.GetSemanticModel(dummy.Declaration.SyntaxTree);
            if (model.GetDeclaredSymbol(dummy.Declaration, cancellationToken) is { } symbol)
            {
                answers[dummy.Index] = resolver.AnswerByDummy(questions[dummy.Index].Kind, symbol);
            }
        }

        return new EquatableArray<Answer>(answers);
    }

    /// <summary>Answers questions about an event's own symbol, and gives the others the answer of something that is not there.</summary>
    private Answer AnswerByKey(Question question)
    {
        switch (question.Kind)
        {
            case QuestionKind.Values:
                return new ValuesAnswer(Find(question.Text) is { } type && RuntimeSymbols.FindEventAttribute(type) is { } attribute
                    ? EventAttributeValues.From(attribute)
                    : null);
            case QuestionKind.OwnConstructor:
                return new OwnConstructorAnswer(
                    Find(question.Text) is { } owner
                    && EventSymbol.From(owner) is { } source
                    && _constructors.FindGenerated(source) is { } generated
                    && _constructors.HasWritten(owner, generated.Parameters));
            case QuestionKind.Home:
                return new HomeAnswer(EventTypesHome.FindOccupant(_compilation.Assembly, question.Text) is not null);
            case QuestionKind.Aggregate:
                return Find(question.Text) is { } aggregate
                    ? new AggregateAnswer(AggregateSymbols.Describe(aggregate, _compilation), aggregate.IsSealed)
                    : new AggregateAnswer(AggregateMembers.None, false);
            case QuestionKind.Attribute:
                return new AttributeAnswer(KnownAttributes.None);
            case QuestionKind.Base:
                return BaseAnswer.Unresolved;
            default:
                return TypeAnswer.Unresolved;
        }
    }

    private Answer AnswerByDummy(QuestionKind kind, INamedTypeSymbol dummy)
    {
        switch (kind)
        {
            case QuestionKind.Attribute:
                var attributes = dummy.GetAttributes();
                return new AttributeAnswer(attributes.Length == 1 ? KnownAttributeNames.FromSymbol(attributes[0].AttributeClass) : KnownAttributes.None);
            case QuestionKind.Base:
                return _bases.Describe(dummy);
            default:
                return DescribeMember(dummy);
        }
    }

    private TypeAnswer DescribeMember(INamedTypeSymbol dummy)
    {
        var owner = dummy.ContainingType;
        if (owner is null || dummy.GetMembers().OfType<IFieldSymbol>().FirstOrDefault() is not { Type: var type })
        {
            return TypeAnswer.Unresolved;
        }

        return new TypeAnswer(
            TypeSymbols.Shape(type),
            type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T,
            TypeSymbols.CanBeNamed(type, _compilation) ? TypeSymbols.FullName(type) : null,
            SymbolEqualityComparer.Default.Equals(type, owner),
            TypeSymbols.NeededAccess(type, owner),
            TypeSymbols.IsForbidden(type));
    }

    /// <summary>By metadata name in this assembly: a reference may hold a type of the same name.</summary>
    private INamedTypeSymbol? Find(string key) => _compilation.Assembly.GetTypeByMetadataName(key.Replace("`0", ""));
}

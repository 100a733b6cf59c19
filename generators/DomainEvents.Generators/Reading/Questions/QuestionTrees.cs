using System.Globalization;
using System.Text;
using DomainEvents.Generators.Equality;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.Generators.Reading.Questions;

/// <summary>The questions as a few small trees, one for each distinct head of a file, with one dummy type for each question.</summary>
internal sealed class QuestionTrees
{
    private QuestionTrees(List<SyntaxTree> trees, List<Dummy> dummies)
    {
        Trees = trees;
        Dummies = dummies;
    }

    public List<SyntaxTree> Trees { get; }

    public List<Dummy> Dummies { get; }

    public static QuestionTrees Parse(EquatableArray<Question> questions, CSharpParseOptions? options, CancellationToken cancellationToken)
    {
        var trees = new List<SyntaxTree>();
        var dummies = new List<Dummy>(questions.Count);
        foreach (var file in Enumerable.Range(0, questions.Count)
            .Where(index => questions[index].HasDummy)
            .GroupBy(index => questions[index].Surroundings.Usings, StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var tree = CSharpSyntaxTree.ParseText(Write(file, questions), options, cancellationToken: cancellationToken);
            trees.Add(tree);
            foreach (var type in tree.GetRoot(cancellationToken).DescendantNodes(IsContainer).OfType<TypeDeclarationSyntax>())
            {
                if (IndexOf(type) is { } index)
                {
                    dummies.Add(new Dummy(index, type));
                }
            }
        }

        return new QuestionTrees(trees, dummies);
    }

    private static string Write(IGrouping<string, int> file, EquatableArray<Question> questions)
    {
        var text = new StringBuilder(file.Key);
        foreach (var block in file.GroupBy(index => questions[index].Surroundings.Opening, StringComparer.Ordinal))
        {
            text.Append(block.Key);
            foreach (var index in block)
            {
                var name = Question.DummyName + index.ToString(CultureInfo.InvariantCulture);
                text.Append(questions[index].Text.Replace(Question.DummyName, name)).Append('\n');
            }

            text.Append('}', questions[block.First()].Surroundings.Depth).Append('\n');
        }

        return text.ToString();
    }

    private static bool IsContainer(SyntaxNode node) => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax;

    private static int? IndexOf(TypeDeclarationSyntax type)
    {
        var name = type.Identifier.ValueText;
        return name.StartsWith(Question.DummyName, StringComparison.Ordinal)
            && int.TryParse(name.Substring(Question.DummyName.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? index
            : null;
    }
}

/// <summary>The declaration that stands for the question with this index.</summary>
internal sealed record Dummy(int Index, TypeDeclarationSyntax Declaration);

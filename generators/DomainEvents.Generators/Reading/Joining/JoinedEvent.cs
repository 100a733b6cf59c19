using System.Collections.Immutable;
using DomainEvents.Generators.Equality;
using DomainEvents.Generators.Model;
using DomainEvents.Generators.Reading.Parts;
using DomainEvents.Generators.Reading.Questions;

namespace DomainEvents.Generators.Reading.Joining;

/// <summary>An event with the answers to its own questions, so that only those events change whose answers did.</summary>
internal sealed record JoinedEvent(EventParts Event, EquatableArray<Question> Questions, EquatableArray<Answer> Answers)
{
    /// <summary>The answer to a question of this event, or <see langword="null"/>.</summary>
    public T? Find<T>(Question? question)
        where T : Answer
    {
        for (var i = 0; question is not null && i < Questions.Count; i++)
        {
            if (Questions[i].Equals(question))
            {
                return Answers[i] as T;
            }
        }

        return null;
    }
}

/// <summary>The answers to all questions of a compilation.</summary>
internal sealed class AnswerTable : IEquatable<AnswerTable>
{
    private readonly EquatableArray<Question> _questions;
    private readonly EquatableArray<Answer> _answers;
    private readonly Dictionary<Question, int> _indexes;

    public AnswerTable(EquatableArray<Question> questions, EquatableArray<Answer> answers)
    {
        _questions = questions;
        _answers = answers;
        _indexes = new Dictionary<Question, int>(questions.Count);
        for (var i = 0; i < questions.Count; i++)
        {
            _indexes.Add(questions[i], i);
        }
    }

    /// <summary>Each question once. Where there are events, it is also asked whether the place of their constants is free.</summary>
    public static EquatableArray<Question> Distinct(ImmutableArray<AskingEvent> events, EquatableArray<AggregatePart> aggregates, string home)
    {
        if (events.IsEmpty && aggregates.Count == 0)
        {
            return default;
        }

        var seen = new HashSet<Question>();
        var questions = ImmutableArray.CreateBuilder<Question>();
        foreach (var asking in events)
        {
            foreach (var question in asking.Questions)
            {
                if (seen.Add(question))
                {
                    questions.Add(question);
                }
            }
        }

        if (!events.IsEmpty)
        {
            questions.Add(QuestionFactory.Home(home));
        }

        questions.AddRange(aggregates.Select(static aggregate => QuestionFactory.Aggregate(aggregate.Key)));
        return new EquatableArray<Question>(questions.ToImmutable());
    }

    /// <summary>Whether the class <c>EventTypes</c> is left out: something of the user's stands in its place.</summary>
    public bool IsHomeTaken(string home) =>
        _indexes.TryGetValue(QuestionFactory.Home(home), out var index) && _answers[index] is HomeAnswer { IsTaken: true };

    /// <summary>The aggregate of a part, or <see langword="null"/> where nothing is generated for it.</summary>
    public AggregateModel? Find(AggregatePart part) =>
        _indexes.TryGetValue(QuestionFactory.Aggregate(part.Key), out var index) && _answers[index] is AggregateAnswer { Members: not AggregateMembers.None } answer
            ? new AggregateModel(part.Key, part.Opening, part.Identifier, part.Name, part.TypeParameters, answer.IsSealed, answer.Members)
            : null;

    public JoinedEvent Join(AskingEvent asking)
    {
        if (asking.Questions.Count == 0)
        {
            return new JoinedEvent(asking.Event, default, default);
        }

        var answers = ImmutableArray.CreateBuilder<Answer>(asking.Questions.Count);
        foreach (var question in asking.Questions)
        {
            answers.Add(_answers[_indexes[question]]);
        }

        return new JoinedEvent(asking.Event, asking.Questions, new EquatableArray<Answer>(answers.MoveToImmutable()));
    }

    public bool Equals(AnswerTable? other) =>
        ReferenceEquals(this, other) || (other is not null && _questions.Equals(other._questions) && _answers.Equals(other._answers));

    public override bool Equals(object? obj) => Equals(obj as AnswerTable);

    public override int GetHashCode() => _answers.GetHashCode();
}

namespace DomainEvents.Persistence.UnitsOfWork.Tests;

/// <summary>Lets one test check both ways to commit.</summary>
internal static class Committing
{
    public static Task Commit(IUnitOfWork work, bool isAsync)
    {
        if (isAsync)
        {
            return work.CommitAsync(TestContext.Current.CancellationToken);
        }

        try
        {
            work.Commit();
            return Task.CompletedTask;
        }
        catch (Exception exception)
        {
            return Task.FromException(exception);
        }
    }
}

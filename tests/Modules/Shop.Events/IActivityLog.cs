namespace Shop.Events;

/// <summary>What the modules write when one of their handlers runs.</summary>
public interface IActivityLog
{
    void Write(string line);
}

namespace Trading.Domain.Strategies;

/// <summary>The latest values of a series, up to a fixed number.</summary>
public sealed class RollingWindow(int length)
{
    private readonly decimal[] _values = new decimal[length];
    private int _count;
    private int _next;
    private decimal _sum;

    public bool IsFull => _count == length;

    public decimal Mean => _sum / _count;

    public decimal Highest => _values.Take(_count).Max();

    public decimal Lowest => _values.Take(_count).Min();

    public decimal StandardDeviation
    {
        get
        {
            decimal mean = Mean;
            decimal squares = 0m;
            for (int i = 0; i < _count; i++)
            {
                decimal deviation = _values[i] - mean;
                squares += deviation * deviation;
            }

            return (decimal)Math.Sqrt((double)(squares / _count));
        }
    }

    public void Add(decimal value)
    {
        _sum += value - _values[_next];
        _values[_next] = value;
        _next = (_next + 1) % length;
        _count = Math.Min(_count + 1, length);
    }
}

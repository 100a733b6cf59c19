using System.Data.Common;

namespace DomainEvents.Persistence.Sql;

/// <summary>Adds parameters in the form that each provider understands.</summary>
internal static class DbCommandExtensions
{
    public static DbCommand With(this DbCommand command, params (string Name, object? Value)[] parameters)
    {
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}

#if !NET9_0_OR_GREATER
namespace System.Runtime.CompilerServices;

/// <summary>What newer frameworks have themselves: compilers look for it by name. It keeps <c>null</c> as a handler from being ambiguous.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
internal sealed class OverloadResolutionPriorityAttribute(int priority) : Attribute
{
    public int Priority { get; } = priority;
}
#endif

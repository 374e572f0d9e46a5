// The product is the public part of these rooms under one name: `import Yijian` is enough.
@_exported public import Engine
@_exported public import Import
@_exported public import Quantities
@_exported public import Runtime
@_exported public import Source
@_exported public import Store
